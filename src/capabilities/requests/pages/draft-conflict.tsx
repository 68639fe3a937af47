import {
  Button,
  Form,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import type { Answers, Question } from '../question.ts';
import { conflictInEasyRead } from './easy-read/checking.ts';

export type DraftConflictProps = {
  page: PageContext;
  formKey: string;
  draftId: string;
  version: number;
  question: Question;
  /** What is saved now. */
  saved: Answers;
  /** What this person had just typed. */
  typed: Answers;
};

/** The same answer was saved in another window meanwhile: both are shown, and neither is lost. */
export const DraftConflictPage = inEasyRead(DraftConflict, conflictInEasyRead);

function DraftConflict({ page, formKey, draftId, version, question, saved, typed }: DraftConflictProps) {
  return (
    <Layout title="This answer was changed somewhere else" page={page}>
      <h1 class="govuk-heading-l">This answer was changed somewhere else</h1>
      <p class="govuk-body">It was saved again after you opened it. Choose which to keep.</p>
      {question.fields.map((field) => (
        <SummaryList
          key={field.name}
          card={{ title: field.label }}
          rows={[
            { key: 'Saved already', value: saved[field.name] ?? '' },
            { key: 'What you typed', value: typed[field.name] ?? '' },
          ]}
        />
      ))}
      <Form action={`/drafts/${draftId}/${question.id}`} idempotencyKey={formKey} version={version}>
        {question.fields.map((field) => hiddenAnswer(field.name, typed[field.name] ?? ''))}
        <div class="govuk-button-group">
          <Button>Keep what I typed</Button>
          <a class="govuk-link" href={`/drafts/${draftId}/${question.id}`}>
            Keep what is saved
          </a>
        </div>
      </Form>
    </Layout>
  );
}

// A date is asked in three boxes, so it is sent again in three.
function hiddenAnswer(name: string, value: string) {
  const [year, month, day] = value.split('-');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return <input type="hidden" name={name} value={value} key={name} />;
  return (
    <>
      <input type="hidden" name={`${name}-day`} value={day} />
      <input type="hidden" name={`${name}-month`} value={month} />
      <input type="hidden" name={`${name}-year`} value={year} />
    </>
  );
}
