import {
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { englishDay, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type OfPlan, PlanFrame } from '../pages/frame.tsx';
import { Blocks } from '../rendering/index.ts';
import { versionInEasyRead } from './easy-read.ts';
import type { LaidOutSince } from './store.ts';
import type { Frozen } from './words.ts';

export type Version = {
  kind: 'draft' | 'final';
  /** `Final plan, version 1`. */
  name: string;
  sentOn: PlainDate;
  contentHash: string;
  documentId: string | null;
  /** Its words as they were kept or, for one from before they were, laid out anew. */
  words: Pick<Frozen, 'sections'> & { wordsHash: string | null };
  /** The same words in a newer layout; null where they were never laid out in one. */
  since: LaidOutSince | null;
  /** What is kept is what the hashes were taken of. */
  asIssued: boolean;
  newest: boolean;
};

/** Which of the two renderings of a version is read. */
export type Rendering = 'as sent' | 'newest';

type VersionPageProps = { page: PageContext; of: OfPlan; version: Version; rendering: Rendering };

/** One version, as staff read it years later: the words it was sent in, and the hashes that say they are those. */
export function VersionPage({ page, of, version, rendering }: VersionPageProps) {
  return (
    <PlanFrame page={page} of={of} title={version.name} backTo={{ part: 'document' }}>
      <h1 class="govuk-heading-l">{version.name}</h1>
      <Words version={version} rendering={rendering} />
    </PlanFrame>
  );
}

export type FamilyVersionProps = {
  page: PageContext;
  childId: string;
  childName: string;
  version: Version;
  rendering: Rendering;
};

/** One version as the family was sent it. */
export const FamilyVersionPage = inEasyRead(FamilyVersion, versionInEasyRead);

function FamilyVersion({ page, childId, childName, version, rendering }: FamilyVersionProps) {
  const title = `${version.name}, for ${childName}`;
  return (
    <Layout title={title} page={page} backLink={{ href: `/family/${childId}/plan`, text: 'The plan' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Words version={version} rendering={rendering} />
    </Layout>
  );
}

function Words({ version, rendering }: { version: Version; rendering: Rendering }) {
  const { kind, sentOn, contentHash, documentId, asIssued, newest, since } = version;
  const anew = rendering === 'newest' ? since : null;
  const words = anew ?? version.words;
  return (
    <>
      <p class="govuk-body">
        {kind === 'final' ? 'Issued' : 'Sent'} on {sayDate(sentOn)}. It does not change.
      </p>
      {!newest && <InsetText>This is not the newest version. A later one has been sent since.</InsetText>}
      {!asIssued && (
        <WarningText>
          What is kept of this version is not what was sent: its hash does not match. Ask for the paper that
          was sent, and tell whoever looks after this service
        </WarningText>
      )}
      {since !== null && <Renderings since={since} anew={anew !== null} />}
      <SummaryList
        rows={[
          { key: 'Hash of what it says', value: <Hash text={contentHash} /> },
          {
            key: 'Hash of the words as shown',
            value: words.wordsHash === null ? NOT_KEPT : <Hash text={words.wordsHash} />,
          },
        ]}
      />
      {anew?.documentId && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/documents/${anew.documentId}`}>
            Download it in the newer layout (PDF)
          </a>
          {anew.archiveId !== null && (
            <>
              , or{' '}
              <a class="govuk-link" href={`/documents/${anew.archiveId}`}>
                the copy of it to keep (PDF/A)
              </a>
            </>
          )}
        </p>
      )}
      {documentId !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/documents/${documentId}`}>
            Download the paper that was sent (PDF)
          </a>
        </p>
      )}
      {words.sections.map(({ id, title, blocks }) => (
        <section id={id} aria-labelledby={`${id}-title`}>
          <h2 class="govuk-heading-l govuk-!-margin-top-8" id={`${id}-title`}>
            {title}
          </h2>
          <Blocks blocks={blocks} />
        </section>
      ))}
    </>
  );
}

// The two say the same, so which of them is read is only how it is set out.
function Renderings({ since, anew }: { since: LaidOutSince; anew: boolean }) {
  return (
    <InsetText>
      <p class="govuk-body">
        {anew
          ? `You are reading this plan as it was set out anew on ${sayDate(englishDay(since.at))}. The words are the same as in the one that was sent.`
          : 'You are reading this plan as it was sent. It has been set out in a newer layout since, in the same words.'}{' '}
        It is the same version, and nobody was sent the newer layout.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={anew ? '?rendering=as+sent' : '?rendering=newest'}>
          {anew ? 'Read it as it was sent' : 'Read it in the newer layout'}
        </a>
      </p>
    </InsetText>
  );
}

const NOT_KEPT =
  'Not kept: this version is from before the words were kept apart, so they are laid out anew below. The paper is as it was sent';

// In pieces, so that a telephone never scrolls sideways.
function Hash({ text }: { text: string }) {
  return <code>{text.match(/.{1,16}/g)?.map((piece) => [piece, <wbr />])}</code>;
}
