import {
  AsTyped,
  DefinitionClock,
  type DefinitionClockProps,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
} from '../../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../../shared/plain-date.ts';
import type { Preference } from '../../facts.ts';
import { WhatYouCanDo } from '../../pages/what-you-can-do.tsx';
import type { Proposal } from '../proposal.ts';
import type { AmendmentOnFile, Notice } from '../store.ts';
import { sayBasis, saySectionI, whatHappensNext } from '../words.ts';
import { amendmentInEasyRead } from './easy-read.ts';
import { SideBySide } from './side-by-side.tsx';

export type FamilyAmendmentProps = {
  page: PageContext;
  childId: string;
  childName: string;
  amendment: AmendmentOnFile;
  /** The notice that waits for the family; null once the amendment has ended. */
  open: {
    proposal: Proposal;
    notice: Notice;
    documentId: string | null;
    placed: string;
    lastDay: PlainDate;
    over: boolean;
    dueBy: PlainDate;
    redrafting: boolean;
    preference: Preference | null;
    finishedOn: PlainDate | null;
  } | null;
  clocks: readonly DefinitionClockProps[];
  sendiass: string | null;
};

/** What the authority proposes to change in a plan, what the family may do about it and until when, and what came of it. */
export const FamilyAmendmentPage = inEasyRead(FamilyAmendment, amendmentInEasyRead);

function FamilyAmendment(props: FamilyAmendmentProps) {
  const { page, childId, childName, amendment, open, clocks } = props;
  const title = `Changes we propose to the plan for ${childName}`;
  return (
    <Layout title={title} page={page} backLink={{ href: `/family/${childId}/plan`, text: 'The plan' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {open === null ? <Ended amendment={amendment} childId={childId} /> : <Open {...props} open={open} />}
      {clocks.length > 0 && (
        <>
          <h2 class="govuk-heading-m">The time limits the law gives us</h2>
          <div class="opensend-clocks">
            {clocks.map((clock) => (
              <DefinitionClock key={String(clock.name)} {...clock} />
            ))}
          </div>
        </>
      )}
    </Layout>
  );
}

function Ended({ amendment: { end }, childId }: Pick<FamilyAmendmentProps, 'amendment' | 'childId'>) {
  if (end === null) return null;
  return (
    <>
      <p class="govuk-body-l">
        {end.how === 'issued'
          ? `We sent you the amended plan on ${sayDate(end.on)}.`
          : `On ${sayDate(end.on)} we decided not to amend the plan. The plan you have stays as it is.`}
      </p>
      {end.how === 'not amended' && (
        <p class="govuk-body">
          Why: <AsTyped>{end.reasons}</AsTyped>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/family/${childId}/plan`}>
          Read the plan
        </a>
        . Our letter says how to appeal, and by when.
      </p>
    </>
  );
}

const PROPOSED = {
  still: 'You can still tell us what you think until we decide.',
  lineByLine: 'Go through it line by line, and suggest other words',
  comment: 'Tell us what you think of any part of it',
  prefer: 'Ask for a particular setting',
};

type Opened = FamilyAmendmentProps & { open: NonNullable<FamilyAmendmentProps['open']> };

function Open(props: Opened) {
  const { amendment, open, childId } = props;
  const { proposal, notice, documentId, placed, dueBy, redrafting } = open;
  const { version, issuedOn } = proposal.inForce;
  return (
    <>
      <p class="govuk-body-l">Nothing changes until you have had your say and we send you an amended plan.</p>
      {redrafting && <InsetText>We are changing what we propose, and will send you a new notice.</InsetText>}
      <SummaryList
        rows={[
          { key: 'The plan you have', value: `Version ${version}, issued on ${sayDate(issuedOn)}` },
          { key: 'Why we want to change it', value: <AsTyped>{amendment.why}</AsTyped> },
          { key: 'How it came about', value: sayBasis(amendment) },
          ...(amendment.noticeSentOn === null
            ? []
            : [{ key: 'Notice sent', value: sayDate(amendment.noticeSentOn) }]),
          { key: 'We answer by', value: sayDate(dueBy) },
        ]}
      />
      {documentId !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/documents/${documentId}`}>
            Download the notice, with a copy of the plan you have (PDF)
          </a>
        </p>
      )}
      <WhatYouCanDo
        onlyReads={props.page.onlyReads === true}
        childId={props.childId}
        lastDay={open.lastDay}
        over={open.over}
        hasPreference={open.preference !== null}
        hasFinished={open.finishedOn !== null}
        sendiass={props.sendiass}
        words={PROPOSED}
      />
      <h2 class="govuk-heading-m">What we propose to change</h2>
      <SideBySide
        comparison={proposal.comparison}
        suggestAt={props.page.onlyReads === true ? undefined : `/family/${childId}/plan`}
      />
      <h2 class="govuk-heading-m">The setting (Section I)</h2>
      <p class="govuk-body">{saySectionI(notice.sectionIMayChange, placed)}</p>
      <RestsOn notice={notice} />
      <h2 class="govuk-heading-m">What happens next</h2>
      <ul class="govuk-list govuk-list--bullet">
        {whatHappensNext(sayDate(dueBy)).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`/family/${childId}/plan`}>
          See what you have told us, and our answers
        </a>
      </p>
    </>
  );
}

function RestsOn({ notice: { restsOn, evidence } }: { notice: Notice }) {
  return (
    <>
      <h2 class="govuk-heading-m">What this rests on</h2>
      {restsOn !== '' && (
        <p class="govuk-body">
          <AsTyped>{restsOn}</AsTyped>
        </p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {evidence.map(({ documentId, title }) => (
          <li key={documentId}>
            <a class="govuk-link" href={`/documents/${documentId}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
