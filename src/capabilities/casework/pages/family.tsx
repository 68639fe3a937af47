import {
  DeadlineTag,
  inEasyRead,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Case, isOver, STEP_WORDS } from '../case.ts';
import { familyInEasyRead } from './easy-read/family.ts';

export type FamilyProps = { page: PageContext; cases: readonly Case[]; today: PlainDate };

/** Which child, and where each one's case is, for a family with more than one on file. */
export const FamilyPage = inEasyRead(Family, familyInEasyRead);

function Family({ page, cases, today }: FamilyProps) {
  return (
    <Layout title="Where things are" page={page}>
      <h1 class="govuk-heading-l">Where things are</h1>
      {cases.length === 0 ? (
        <p class="govuk-body">
          No child’s file has been joined to your account yet. Use{' '}
          <a class="govuk-link" href="/track">
            Track a request
          </a>{' '}
          with the reference you were given. If a family invited you,{' '}
          <a class="govuk-link" href="/invitations">
            see your invitations
          </a>
          .
        </p>
      ) : (
        <StackedTable
          caption="Children and young people"
          captionClasses="govuk-visually-hidden"
          head={['Child or young person', 'Now', 'Due']}
          rows={cases.map((one) => [
            <a class="govuk-link" href={`/family/${one.childId}`}>
              {one.childName}
            </a>,
            STEP_WORDS[one.step].family,
            isOver(one.step) ? (
              'Nothing is due'
            ) : (
              <>
                {sayDate(one.dueOn)} <DeadlineTag due={one.dueOn} today={today} doneOn={null} />
              </>
            ),
          ])}
        />
      )}
    </Layout>
  );
}
