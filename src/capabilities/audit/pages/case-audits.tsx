import { Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital, countOf } from '../../../shared/words.ts';
import type { Answer } from '../grades.ts';

type Props = {
  page: PageContext;
  childId: string;
  childName: string;
  audits: readonly {
    drawnId: string;
    round: string;
    issuedOn: PlainDate;
    findings: readonly (Answer & { quality: string })[];
    replies: readonly unknown[];
  }[];
};

/** What audits found in a child's plans, for whoever wrote them and whoever has the case. */
export function CaseAuditsPage({ page, childId, childName, audits }: Props) {
  return (
    <Layout
      title={`Audits of the plan: ${childName}`}
      page={page}
      backLink={{ href: `/cases/${childId}`, text: childName }}
    >
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Audits of the plan</h1>
      <p class="govuk-body">
        Staff alone see this. The family sees that the plan was read to check how good plans are, and no
        grade.
      </p>
      {audits.length === 0 && <p class="govuk-body">No audit of this child’s plans has been finished.</p>}
      {audits.map(({ drawnId, round, issuedOn, findings, replies }) => (
        <section key={drawnId}>
          <h2 class="govuk-heading-m">
            {round}: the plan issued on {sayDate(issuedOn)}
          </h2>
          <StackedTable
            caption={`What ${round} found`}
            captionClasses="govuk-visually-hidden"
            head={['Quality', 'Grade', 'Why']}
            rows={findings.map(({ quality, grade, reason }) => [quality, capital(grade ?? ''), reason])}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`/audits/plans/${drawnId}`}>
              Read and answer<span class="govuk-visually-hidden"> what {round} found</span>
            </a>
            , {countOf(replies.length, 'answer')} so far.
          </p>
        </section>
      ))}
    </Layout>
  );
}
