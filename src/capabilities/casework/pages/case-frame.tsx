import type { ComponentChildren } from 'preact';
import { IdentityBar, Layout, type PageContext, SubNavigation } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';

const PARTS = {
  overview: 'Overview',
  next: 'What next',
  timeline: 'Timeline',
  documents: 'Documents and letters',
} as const;
export type CasePart = keyof typeof PARTS;

type Props = {
  page: PageContext;
  part: CasePart;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  upn: string | null;
  /** The heading of the overview: where the case is. */
  overview?: string;
  children: ComponentChildren;
};

/** What stands around every part of a child's case: whose it is, and the other parts. */
export function CaseFrame({ page, part, childId, childName, bornOn, upn, overview, children }: Props) {
  const heading = (part === 'overview' ? overview : undefined) ?? PARTS[part];
  return (
    <Layout
      title={`${heading}: ${childName}`}
      page={page}
      beforeContent={
        <>
          <IdentityBar>
            {childName}
            <span class="opensend-identity-detail">
              {' '}
              born {sayDate(bornOn)}
              {upn === null ? '' : `, UPN ${upn}`}
            </span>
          </IdentityBar>
          <SubNavigation
            label={`Parts of ${childName}’s case`}
            items={(['overview', 'next', 'timeline', 'documents'] as const).map((one) => ({
              text: PARTS[one],
              href: one === 'overview' ? `/cases/${childId}` : `/cases/${childId}/${one}`,
              active: one === part,
            }))}
          />
        </>
      }
    >
      <h1 class="govuk-heading-l">{heading}</h1>
      {children}
    </Layout>
  );
}
