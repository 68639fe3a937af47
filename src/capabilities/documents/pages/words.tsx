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
import type { DocumentReading, Match, PageWords } from '../../../platform/documents/reading/index.ts';
import { capital } from '../../../shared/words.ts';

type Props = {
  page: PageContext;
  childId: string;
  childName: string;
  documentId: string;
  title: string;
  number: number;
  q: string;
  reading: DocumentReading | null;
  words: PageWords | null;
  matches: readonly Match[];
  /** What is wrong with the words looked for. */
  error: string | null;
};

/** A file's words by the page, as its own text has them, beside the file itself. */
export function WordsPage(props: Props) {
  const { page, childId, childName, documentId, title, number, q, reading } = props;
  const at = `/children/${childId}/documents/${documentId}/pages`;
  const errors: FieldErrors = props.error === null ? {} : { q: props.error };
  const counted = reading?.laidOut === 'parts' ? 'Part' : 'Page';
  const heading = reading?.pageCount
    ? `${counted} ${number} of ${reading.pageCount}`
    : 'Words of this document';
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
          <LaidOut laidOut={reading.laidOut} />
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
          <OnePage {...props} at={at} pageCount={reading.pageCount ?? 0} counted={counted} />
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

/** What the numbers are worth, of a file that has no pages of its own. */
function LaidOut({ laidOut }: Pick<DocumentReading, 'laidOut'>) {
  if (laidOut === 'word pages')
    return (
      <InsetText>
        A Word file has no fixed pages. These are as Word last laid them out for whoever saved it: on another
        computer they may fall elsewhere.
      </InsetText>
    );
  if (laidOut === 'parts')
    return (
      <InsetText>
        A Word file has no fixed pages. Its words are here in parts. Cite the heading or the paragraphs that
        each part names.
      </InsetText>
    );
  return null;
}

function Found({ at, q, matches, reading }: Props & { at: string }) {
  const [one, many] = reading?.laidOut === 'parts' ? ['part', 'parts'] : ['page', 'pages'];
  if (matches.length === 0)
    return (
      <p class="govuk-body">
        ‘{q}’ is {one === 'part' ? 'in' : 'on'} no {one}.
      </p>
    );
  return (
    <>
      <h2 class="govuk-heading-m">
        {one === 'part' ? 'In' : 'On'} {matches.length} {matches.length === 1 ? one : many}
      </h2>
      <ul class="govuk-list">
        {matches.map((match) => (
          <li key={match.number}>
            <a class="govuk-link" href={`${at}?page=${match.number}`}>
              {sayPlace(match)}
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

function sayPlace({ number, place }: Match): string {
  return place === null ? `Page ${number}` : capital(place);
}

type OnePageProps = Props & { at: string; pageCount: number; counted: string };

function OnePage({ at, number, words, pageCount, counted }: OnePageProps) {
  return (
    <>
      <h2 class="govuk-heading-m" dir="auto">
        {words?.place ? capital(words.place) : `Words of ${counted.toLowerCase()} ${number}`}
      </h2>
      {words === null || words.text.trim() === '' ? (
        <p class="govuk-body">
          This page has no words of its own. A photograph or scan is a picture of words.
        </p>
      ) : (
        <div class="govuk-body">
          <AsTyped>{words.text}</AsTyped>
        </div>
      )}
      <Pagination
        previous={
          number > 1 ? { href: `${at}?page=${number - 1}`, labelText: `${counted} ${number - 1}` } : undefined
        }
        next={
          number < pageCount
            ? { href: `${at}?page=${number + 1}`, labelText: `${counted} ${number + 1}` }
            : undefined
        }
      />
    </>
  );
}
