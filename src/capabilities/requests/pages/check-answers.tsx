import {
  AsTyped,
  Button,
  Form,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { parsePlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Match, STRENGTHS } from '../../children/index.ts';
import { WHO_TELLS } from '../attention-questions.ts';
import type { Answers, Field, Question } from '../question.ts';
import type { Part } from '../together.ts';
import { checkAnswersInEasyRead } from './easy-read/checking.ts';

export type LikelySame = { name: string; bornOn: string; match: Match };

export type ShownTogether = {
  with: string | null;
  sections: readonly { question: string; savedBy: string | null; heldBy: string | null }[];
};

export type CheckAnswersProps = {
  page: PageContext;
  formKey: string;
  draftId: string;
  questions: readonly Question[];
  answers: Answers;
  /** Children already on file who may be the same: shown to staff alone. */
  likely: readonly LikelySame[];
  /** Who writes this together, and who wrote or is writing what; null where one person does. */
  together?: ShownTogether | null;
  /** Whose part whoever looks has: the family's is to send. */
  part?: Part;
  mayShare?: boolean;
};

/** Everything that will be sent, each answer with its way back. */
export const CheckAnswersPage = inEasyRead(CheckAnswers, checkAnswersInEasyRead);

function CheckAnswers(props: CheckAnswersProps) {
  const { page, draftId, questions, likely, together = null, part = 'family' } = props;
  const last = questions.findLast(({ aside }) => aside !== true);
  return (
    <Layout title="Check your answers" page={page} backLink={`/drafts/${draftId}/${last?.id ?? ''}`}>
      <h1 class="govuk-heading-l">Check your answers before sending</h1>
      {likely.length > 0 && <Likely likely={likely} />}
      {props.mayShare === true && <Together draftId={draftId} together={together} />}
      {[...Map.groupBy(questions, ({ section }) => section)].map(([section, asked]) => (
        <Section key={section} {...props} title={section} asked={asked} />
      ))}
      {part === 'school' ? <FamilySends /> : <Send {...props} />}
    </Layout>
  );
}

/** The answers of one part of the request, each with its way back. */
function Section({
  title,
  asked,
  draftId,
  answers,
  together = null,
  part = 'family',
}: CheckAnswersProps & { title: string; asked: readonly Question[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <SummaryList
        rows={asked.flatMap((question) =>
          question.fields.map((field) => ({
            key: field.label.replace(' (optional)', ''),
            value: (
              <>
                <Answer field={field} value={answers[field.name] ?? ''} />
                <WrittenBy section={together?.sections.find((one) => one.question === question.id)} />
              </>
            ),
            ...(question.together === true && part === 'family'
              ? {}
              : { actions: { items: [changeOf(draftId, question, field)] } }),
          })),
        )}
      />
    </>
  );
}

function changeOf(draftId: string, question: Question, field: Field) {
  return {
    href: `/drafts/${draftId}/${question.id}?check=1`,
    text: 'Change',
    visuallyHiddenText: field.label.replace(' (optional)', '').toLowerCase(),
  };
}

function Send({ draftId, formKey, questions, together = null }: CheckAnswersProps) {
  // Who brings a child to attention asks for nothing.
  const tells = questions.some(({ id }) => id === WHO_TELLS.id);
  return (
    <>
      <h2 class="govuk-heading-m">{tells ? 'Tell us this' : 'Send your request'}</h2>
      {together !== null && (
        <p class="govuk-body">You can send it now. You do not have to wait for the school or college.</p>
      )}
      <p class="govuk-body">By sending this you say that, as far as you know, it is right.</p>
      <Form action={`/drafts/${draftId}/request`} idempotencyKey={formKey}>
        <Button preventDoubleClick>{tells ? 'Send to the SEND team' : 'Send request'}</Button>
      </Form>
    </>
  );
}

function FamilySends() {
  return (
    <InsetText>
      Only the parent or young person sends this request, whenever they choose. Your school or college can
      also ask by itself.
    </InsetText>
  );
}

function WrittenBy({ section }: { section: ShownTogether['sections'][number] | undefined }) {
  if (section === undefined || (section.savedBy === null && section.heldBy === null)) return null;
  return (
    <p class="govuk-hint govuk-!-margin-bottom-0">
      {section.savedBy === null ? '' : `Written by ${section.savedBy}. `}
      {section.heldBy === null ? '' : `${section.heldBy} is writing here now.`}
    </p>
  );
}

function Together({ draftId, together }: { draftId: string; together: ShownTogether | null }) {
  const href = `/drafts/${draftId}/together`;
  return (
    <p class="govuk-body">
      {together === null || together.with === null ? '' : `You are writing this with ${together.with}. `}
      <a class="govuk-link" href={href}>
        {together === null ? 'Write this together with the school or college' : 'Who is writing this'}
      </a>
    </p>
  );
}

function Likely({ likely }: { likely: readonly LikelySame[] }) {
  return (
    <>
      <WarningText>
        This child may already be on file. You will be asked whose file it is after you send this.
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {likely.map((child) => (
          <li key={`${child.name}${child.bornOn}`}>
            {child.name}, born {child.bornOn}. {STRENGTHS[child.match.strength].label}:{' '}
            {[...child.match.reasons, ...child.match.against].join('; ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Answer({ field, value }: { field: Field; value: string }) {
  if (value === '') return <span class="govuk-hint">Not given</span>;
  const choice = field.choices?.find((one) => one.value === value);
  if (choice !== undefined) return <>{choice.text}</>;
  const day = field.kind === 'date' ? parsePlainDate(value) : null;
  if (day !== null) return <>{sayDate(day)}</>;
  return <AsTyped>{value}</AsTyped>;
}
