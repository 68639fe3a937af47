import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Input,
  InsetText,
  Layout,
  type PageContext,
  Pagination,
} from '../../../design-system/index.ts';
import type { Match } from '../../../platform/documents/reading/index.ts';

type Props = {
  page: PageContext;
  childId: string;
  childName: string;
  documentId: string;
  title: string;
  number: number;
  q: string;
  reading: { pageCount: number | null; problem: string | null } | null;
  words: string | null;
  matches: readonly Match[];
  /** What is wrong with the words looked for. */
  error: string | null;
};

/** A file's words by the page, as its own text has them, beside the file itself. */
export function WordsPage(props: Props) {
  const { page, childId, childName, documentId, title, number, q, reading } = props;
  const at = `/children/${childId}/documents/${documentId}/pages`;
  const errors: FieldErrors = props.error === null ? {} : { q: props.error };
  const heading = reading?.pageCount ? `Page ${number} of ${reading.pageCount}` : 'Words of this document';
  return (
    <Layout
      title={`${heading}: ${title}`}
      page={page}
      errors={errors}
      backLink={{ href: `/children/${childId}/documents`, text: `Documents about ${childName}` }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l" dir="auto">
        {title}
      </span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={`/documents/${documentId}`}>
          Download the document
        </a>
        . These are its words alone: pictures and tables are in the document.
      </p>
      {reading === null ? (
        <InsetText>Its words have not been read yet. Open this page again in a few minutes.</InsetText>
      ) : (
        <>
          <Problem problem={reading.problem} />
          <form method="post" action={at}>
            <Input
              name="q"
              label="Find words in this document"
              value={q}
              classes="govuk-input--width-20"
              errorMessage={errors['q']}
            />
            <Button classes="govuk-button--secondary">Find</Button>
          </form>
          {q !== '' && props.error === null && <Found at={at} {...props} />}
          <PageWords {...props} at={at} pageCount={reading.pageCount ?? 0} />
        </>
      )}
    </Layout>
  );
}

const PROBLEMS: Readonly<Record<string, string>> = {
  encrypted:
    'This document is locked with a password, so its words cannot be read here. Ask for a copy without one.',
  unreadable: 'The words of this document could not be read. It may still open when you download it.',
  'too long': 'This document is too long for all its words to be here. The rest is in the document.',
};

function Problem({ problem }: { problem: string | null }) {
  return problem === null ? null : <InsetText>{PROBLEMS[problem] ?? problem}</InsetText>;
}

function Found({ at, q, matches }: Props & { at: string }) {
  if (matches.length === 0) return <p class="govuk-body">‘{q}’ is on no page.</p>;
  return (
    <>
      <h2 class="govuk-heading-m">{matches.length === 1 ? 'On 1 page' : `On ${matches.length} pages`}</h2>
      <ul class="govuk-list">
        {matches.map((match) => (
          <li key={match.number}>
            <a class="govuk-link" href={`${at}?page=${match.number}`}>
              Page {match.number}
            </a>
            :{' '}
            <span dir="auto">
              {match.before}
              <strong>{match.found}</strong>
              {match.after}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function PageWords({ at, number, words, pageCount }: Props & { at: string; pageCount: number }) {
  return (
    <>
      <h2 class="govuk-heading-m">Words of page {number}</h2>
      {words === null || words.trim() === '' ? (
        <p class="govuk-body">
          This page has no words of its own. A photograph or scan is a picture of words.
        </p>
      ) : (
        <div class="govuk-body">
          <AsTyped>{words}</AsTyped>
        </div>
      )}
      <Pagination
        previous={
          number > 1 ? { href: `${at}?page=${number - 1}`, labelText: `Page ${number - 1}` } : undefined
        }
        next={
          number < pageCount
            ? { href: `${at}?page=${number + 1}`, labelText: `Page ${number + 1}` }
            : undefined
        }
      />
    </>
  );
}
