import {
  Button,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import { englishDay, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { papersInEasyRead } from './easy-read/papers.ts';

export type ShownPaper = {
  id: string;
  kind: string;
  title: string;
  uploadedAt: Date;
  uploadedByName: string | null;
  writtenBy: string | null;
  writtenOn: PlainDate | null;
  held: string | null;
  withheld: boolean;
  madeHere: boolean;
  /** Whom it was not opened for, where staff have still to do something about it. */
  keptBack: readonly { href: string; readerName: string }[];
  /** Where its words are read by the page; null for what has none. */
  wordsHref: string | null;
};

export type PapersProps = {
  page: PageContext;
  childId: string;
  childName: string;
  back: { href: string; text: string };
  reader: 'decides' | 'family' | 'other';
  papers: readonly ShownPaper[];
  notScanned: string | null;
};

/** Every paper on a child's file, newest first, with where it came from. */
export const PapersPage = inEasyRead(Papers, papersInEasyRead);

function Papers({ page, childId, childName, reader, back, papers, notScanned }: PapersProps) {
  const title = `Documents about ${childName}`;
  return (
    <Layout title={title} page={page} backLink={back}>
      <h1 class="govuk-heading-l">{title}</h1>
      {page.onlyReads !== true && <Button href={`/children/${childId}/documents/new`}>Send documents</Button>}
      {reader === 'decides' && (
        <p class="govuk-body">
          <a class="govuk-link" href="/withheld-documents">
            Documents withheld from families
          </a>
        </p>
      )}
      {reader === 'family' && (
        <p class="govuk-body">
          Each document is here from when it arrives, unless the law lets us hold it back. You can ask us for
          a copy of what we hold about you and your child.
        </p>
      )}
      {notScanned !== null && <InsetText>{notScanned}</InsetText>}
      {papers.length === 0 ? (
        <p class="govuk-body">There are no documents yet.</p>
      ) : (
        <StackedTable
          head={['Document', 'What it is', 'Sent by', 'Received']}
          rows={papers.map((paper) => [
            <PaperName
              {...paper}
              href={
                reader === 'decides' && !paper.madeHere
                  ? `/children/${childId}/documents/${paper.id}/withholding`
                  : null
              }
            />,
            <Provenance {...paper} />,
            paper.uploadedByName ?? 'The service',
            sayDate(englishDay(paper.uploadedAt)),
          ])}
        />
      )}
    </Layout>
  );
}

function PaperName(paper: ShownPaper & { href: string | null }) {
  const { href, title, withheld, keptBack } = paper;
  return (
    <>
      <OpenPaper {...paper} />
      {keptBack.map((kept) => (
        <p class="govuk-body-s" key={kept.href}>
          <a class="govuk-link" href={kept.href}>
            Kept back from {kept.readerName}: give them a copy
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        </p>
      ))}
      {href !== null && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={href}>
            {withheld ? 'Withheld from the family' : 'Withhold'}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        </p>
      )}
    </>
  );
}

function OpenPaper({ id, title, held, wordsHref }: ShownPaper) {
  return held === null ? (
    <>
      <a class="govuk-link" href={`/documents/${id}`} dir="auto">
        {title}
      </a>
      {wordsHref !== null && (
        <p class="govuk-body-s govuk-!-margin-top-2">
          <a class="govuk-link" href={wordsHref}>
            Read or search by page<span class="govuk-visually-hidden">: {title}</span>
          </a>
        </p>
      )}
    </>
  ) : (
    <>
      <span dir="auto">{title}</span>
      <br />
      {held}.
    </>
  );
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  report: 'Report or advice',
  letter: 'Letter or email',
  recording: 'Photo, drawing or recording',
  other: 'Something else',
};

function Provenance({ kind, writtenBy, writtenOn }: ShownPaper) {
  const by = writtenBy === null ? '' : `, by ${writtenBy}`;
  const on = writtenOn === null ? '' : `, ${sayDate(writtenOn)}`;
  return <span dir="auto">{`${KIND_WORDS[kind] ?? kind}${by}${on}`}</span>;
}
