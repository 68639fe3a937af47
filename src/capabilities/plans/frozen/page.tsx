import {
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type OfPlan, PlanFrame } from '../pages/frame.tsx';
import { Blocks } from '../rendering/index.ts';
import { versionInEasyRead } from './easy-read.ts';
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
  /** What is kept is what the hashes were taken of. */
  asIssued: boolean;
  newest: boolean;
};

/** One version, as staff read it years later: the words it was sent in, and the hashes that say they are those. */
export function VersionPage({ page, of, version }: { page: PageContext; of: OfPlan; version: Version }) {
  return (
    <PlanFrame page={page} of={of} title={version.name} backTo={{ part: 'document' }}>
      <h1 class="govuk-heading-l">{version.name}</h1>
      <Words version={version} />
    </PlanFrame>
  );
}

export type FamilyVersionProps = { page: PageContext; childId: string; childName: string; version: Version };

/** One version as the family was sent it. */
export const FamilyVersionPage = inEasyRead(FamilyVersion, versionInEasyRead);

function FamilyVersion({ page, childId, childName, version }: FamilyVersionProps) {
  const title = `${version.name}, for ${childName}`;
  return (
    <Layout title={title} page={page} backLink={{ href: `/family/${childId}/plan`, text: 'The plan' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Words version={version} />
    </Layout>
  );
}

function Words({ version }: { version: Version }) {
  const { kind, sentOn, contentHash, documentId, words, asIssued, newest } = version;
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
      <SummaryList
        rows={[
          { key: 'Hash of what it says', value: <Hash text={contentHash} /> },
          {
            key: 'Hash of the words as shown',
            value: words.wordsHash === null ? NOT_KEPT : <Hash text={words.wordsHash} />,
          },
        ]}
      />
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

const NOT_KEPT =
  'Not kept: this version is from before the words were kept apart, so they are laid out anew below. The paper is as it was sent';

// In pieces, so that a telephone never scrolls sideways.
function Hash({ text }: { text: string }) {
  return <code>{text.match(/.{1,16}/g)?.map((piece) => [piece, <wbr />])}</code>;
}
