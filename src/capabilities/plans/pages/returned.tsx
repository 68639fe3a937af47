import {
  Button,
  Checkboxes,
  ErrorSummary,
  errorFor,
  type FieldErrors,
  Form,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import type { Document } from '../../../platform/documents/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import type { Party } from '../working/document.ts';
import type { Returned } from '../working/returned.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type FilesProps = { page: PageContext; of: OfPlan; files: readonly Document[] };

/** The Word files on the child's file, each to be read as what one party proposes. */
export function ReturnedFilesPage({ page, of, files }: FilesProps) {
  const at = `/plans/${of.planId}/working-document`;
  const title = 'Read a Word file that came back';
  return (
    <PlanFrame page={page} of={of} title={title} backTo={{ href: at, text: 'Working document' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        A working document that somebody changed in Word can be read here. Nothing is written down until you
        have looked at it. If the file is not listed,{' '}
        <a class="govuk-link" href={`/children/${of.childId}/documents/new`}>
          add it to the child’s file
        </a>{' '}
        first.
      </p>
      {files.length === 0 && <p class="govuk-body">There is no Word file on the child’s file.</p>}
      {files.length > 0 && (
        <SummaryList
          rows={files.map(({ id, title: name, uploadedAt }) => ({
            key: name,
            value: `Added on ${sayDate(englishDay(uploadedAt))}`,
            actions: {
              items: [
                {
                  href: `${at}/returned/${id}/family`,
                  text: 'As the family’s',
                  visuallyHiddenText: `: ${name}`,
                },
                {
                  href: `${at}/returned/${id}/authority`,
                  text: 'As the authority’s',
                  visuallyHiddenText: `: ${name}`,
                },
              ],
            },
          }))}
        />
      )}
    </PlanFrame>
  );
}

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  action: string;
  party: Party;
  /** Why the file cannot be read as this plan's working document; null where it can. */
  problem: string | null;
  read: Returned | null;
  errors: FieldErrors;
};

/** What a file that came back would have a party propose, row by row, and what cannot be told. */
export function ReturnedPage({ page, of, formKey, action, party, problem, read, errors }: Props) {
  const back = { href: `/plans/${of.planId}/working-document/returned`, text: 'Word files' };
  const whose = party === 'family' ? 'the parent or young person' : 'the local authority';
  const title = `What ${whose} would change`;
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={back}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {problem !== null && <p class="govuk-body">{problem}.</p>}
      {read !== null && (
        <>
          <Proposals {...{ read, action, formKey, errors }} />
          <Untold untold={read.untold} />
        </>
      )}
    </PlanFrame>
  );
}

type Sent = { read: Returned; action: string; formKey: string; errors: FieldErrors };

function Proposals({ read: { changes, rows }, action, formKey, errors }: Sent) {
  const items = [
    ...changes.map(({ key, where, before, words }) => ({
      value: key,
      text: where,
      hint: `Now: ${before || 'nothing'}. In the file: ${words || 'taken out'}`,
    })),
    ...rows.map(({ key, section, words }) => ({ value: key, text: `${section}: a new row`, hint: words })),
  ];
  if (items.length === 0)
    return <p class="govuk-body">The file has nothing to write down that is not written down already.</p>;
  return (
    <Form action={action} idempotencyKey={formKey}>
      <Checkboxes
        name="accept"
        fieldset={{
          legend: { text: 'What to write down as proposed', classes: 'govuk-fieldset__legend--m' },
        }}
        hint="The plan itself is not altered. What you leave out stays in the file"
        values={items.map(({ value }) => value)}
        items={items}
        errorMessage={errorFor(errors, 'accept')}
      />
      <Button preventDoubleClick>Write these down</Button>
    </Form>
  );
}

function Untold({ untold }: Pick<Returned, 'untold'>) {
  if (untold.length === 0) return <p class="govuk-body">Every word of the file has its place.</p>;
  return (
    <>
      <h2 class="govuk-heading-m">What could not be told</h2>
      <p class="govuk-body">
        Nothing comes of these by itself. Read each, and propose what it means on the working document.
      </p>
      {untold.map(({ where, words, why }) => (
        <SummaryList
          rows={[
            { key: 'Where', value: where },
            { key: 'Words', value: <span class="opensend-as-typed">{words}</span> },
            { key: 'Why', value: why },
          ]}
        />
      ))}
    </>
  );
}
