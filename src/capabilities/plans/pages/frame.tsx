import type { ComponentChildren } from 'preact';
import {
  type FieldErrors,
  IdentityBar,
  Layout,
  type PageContext,
  SubNavigation,
} from '../../../design-system/index.ts';

/** Whose plan it is: what every page of it says first. */
export type OfPlan = {
  planId: string;
  childId: string;
  childName: string;
  reference: string;
  final: boolean;
};

const PARTS = {
  overview: 'Overview',
  document: 'The plan',
  views: 'The family’s views',
  settings: 'Settings',
  recipients: 'Sent to',
} as const;
export type PlanPart = keyof typeof PARTS;

type Props = {
  page: PageContext;
  of: OfPlan;
  title: string;
  errors?: FieldErrors;
  /** The part of the plan this page is; a page of its own, such as a form, leads back to one instead. */
  part?: PlanPart;
  backTo?: { part: PlanPart } | { href: string; text: string };
  children: ComponentChildren;
};

/** A staff page of a plan: whose it is above it, and its other parts beside it. */
export function PlanFrame({ page, of, title, errors, part, backTo, children }: Props) {
  const back =
    backTo &&
    ('part' in backTo ? { href: partHref(of.planId, backTo.part), text: PARTS[backTo.part] } : backTo);
  return (
    <Layout
      title={`${title}: plan for ${of.childName}`}
      page={page}
      errors={errors}
      backLink={part === undefined ? back : { href: `/cases/${of.childId}`, text: 'Case' }}
      beforeContent={
        <>
          <IdentityBar>
            {of.childName}
            <span class="opensend-identity-detail">, {of.reference}</span>
          </IdentityBar>
          {part !== undefined && (
            <SubNavigation
              label="Parts of the plan"
              items={parts(of).map((one) => ({ ...one, active: one.part === part }))}
            />
          )}
        </>
      }
    >
      {children}
    </Layout>
  );
}

function parts({ planId, final }: OfPlan) {
  const shown = (['overview', 'document', 'views', 'settings', 'recipients'] as const).filter(
    (part) => final || part !== 'recipients',
  );
  return shown.map((part) => ({ part, text: PARTS[part], href: partHref(planId, part) }));
}

export function partHref(planId: string, part: PlanPart): string {
  return part === 'overview' ? `/plans/${planId}` : `/plans/${planId}/${part}`;
}
