import {
  Button,
  ErrorSummary,
  type FieldErrors,
  FileUpload,
  Form,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
} from '../../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../../shared/plain-date.ts';
import type { Conversion } from '../conversion-store.ts';

type Props = {
  page: PageContext;
  formKey: string;
  errors: FieldErrors;
  which: 'waiting' | 'done';
  conversions: readonly Conversion[];
  number: number;
  more: boolean;
  notScanned: string | null;
};

const KINDS: Readonly<Record<string, string>> = { word: 'Word', csv: 'CSV', json: 'Plan file' };

/** Bringing in plans written elsewhere: sending files, and the plans read from them that wait to be reviewed. */
export function ConversionsPage({
  page,
  formKey,
  errors,
  which,
  conversions,
  number,
  more,
  notScanned,
}: Props) {
  const title = 'Plans written elsewhere';
  const address = (at: number) => `/plans/conversions?which=${which}&page=${at}`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: '/cases', text: 'Cases' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        A plan issued before this service can be brought in from Word, from a CSV of plan lines, or from a
        plan file. Nothing is kept as a plan until somebody has reviewed it and said whose it is.
      </p>
      <Form idempotencyKey={formKey} files>
        <FileUpload
          name="files"
          label={{ text: 'Files', classes: 'govuk-label--s' }}
          hint="Word (.docx) under the headings A to K, CSV or JSON. Up to 50 at once, each smaller than 20 MB"
          errorMessage={errors['files']}
          attributes={{ multiple: true, accept: '.docx,.csv,.json' }}
        />
        {notScanned !== null && <p class="govuk-hint">{notScanned}</p>}
        <Button preventDoubleClick>Read these files</Button>
      </Form>
      <h2 class="govuk-heading-m">{which === 'waiting' ? 'To review' : 'Done with'}</h2>
      <p class="govuk-body">
        {which === 'waiting' ? (
          <a class="govuk-link" href="/plans/conversions?which=done">
            Show those done with
          </a>
        ) : (
          <a class="govuk-link" href="/plans/conversions">
            Show those to review
          </a>
        )}
      </p>
      {conversions.length === 0 ? (
        <p class="govuk-body">None.</p>
      ) : (
        <StackedTable
          caption={title}
          captionClasses="govuk-visually-hidden"
          head={['File', 'Kind', 'Sent', 'What came of it']}
          rows={conversions.map((one) => [
            <a class="govuk-link" href={`/plans/conversions/${one.id}`}>
              {one.title}
            </a>,
            KINDS[one.kind] ?? one.kind,
            `${sayDate(englishDay(one.sentAt))}, ${one.sentBy}`,
            outcomeOf(one),
          ])}
        />
      )}
      {(number > 1 || more) && (
        <Pagination
          {...(number > 1 ? { previous: { href: address(number - 1) } } : {})}
          {...(more ? { next: { href: address(number + 1) } } : {})}
        />
      )}
    </Layout>
  );
}

function outcomeOf({ accepted, setAside }: Conversion) {
  if (accepted !== null)
    return (
      <a class="govuk-link" href={`/plans/${accepted.planId}`}>
        Accepted by {accepted.by}
      </a>
    );
  return setAside === null ? 'To review' : `Set aside by ${setAside.by}: ${setAside.reason}`;
}
