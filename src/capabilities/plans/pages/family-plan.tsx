import { InsetText, inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Amendment } from '../amending/amendment.ts';
import type { ConsultationAct } from '../consulting/acts.ts';
import type { PlanFacts, Preference } from '../facts.ts';
import { PlanDocument, type PlanView } from '../rendering/index.ts';
import { STAGE_WORDS, type Stage } from '../stage.ts';
import type { Language } from '../translating/languages.ts';
import { Consulted } from './consulted.tsx';
import { planInEasyRead } from './easy-read/plan.ts';
import { FaceLinks } from './face.tsx';
import { Said } from './family-said.tsx';
import { WhatYouCanDo } from './what-you-can-do.tsx';

export type FamilyPlanProps = {
  page: PageContext;
  childId: string;
  childName: string;
  stage: Stage;
  lastDay: PlainDate | null;
  over: boolean;
  finishedOn: PlainDate | null;
  representations: PlanFacts['representations'];
  /** Where the plan says something else because of one of them. */
  places: ReadonlyMap<string, readonly string[]>;
  meetings: PlanFacts['meetings'];
  preference: Preference | null;
  /** What others of the family want. */
  otherPreferences: readonly Preference[];
  /** Who checks a copy of the plan that waits. */
  checkedBy: string;
  consulted: readonly {
    id: string;
    settingName: string;
    why: string;
    sentOn: PlainDate;
    /** Both null while its copy waits. */
    copySentOn: PlainDate | null;
    dueOn: PlainDate | null;
    openedOn: PlainDate | null;
    answeredOn: PlainDate | null;
    acts: readonly ConsultationAct[];
  }[];
  documentId: string | null;
  /** The version it is the paper of. */
  versionId: string | null;
  /** The amendment of it that the family has notice of. */
  amendment: Pick<Amendment, 'number' | 'noticeSentOn'> | null;
  /** In which it can be read beside English. */
  languages: readonly Language[];
  /** There is an earlier one to compare it with. */
  severalVersions: boolean;
  /** What there is to read; null while the first draft is being written. */
  view: PlanView | null;
  sendiass: string | null;
  /** Once the plan is final: the last days of the family’s rights, and who the mediation adviser is. */
  rights: { mediationBy: PlainDate; appealBy: PlainDate; adviser: string | null } | null;
};

/** The plan as the family has it: what it says, what they may do about it and until when, and what they have said. */
export const FamilyPlanPage = inEasyRead(FamilyPlan, planInEasyRead);

function FamilyPlan(props: FamilyPlanProps) {
  const { page, childId, childName, stage, view, amendment } = props;
  return (
    <Layout
      title={`Plan for ${childName}`}
      page={page}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <h1 class="govuk-heading-l">Plan for {childName}</h1>
      <p class="govuk-body-l">{STAGE_WORDS[stage].family}.</p>
      {amendment !== null && (
        <InsetText>
          We propose to change this plan. It stays as it is until you have had your say and we send you an
          amended plan.{' '}
          <a class="govuk-link" href={`/family/${childId}/plan/amendment`}>
            Read what we propose, and tell us what you think
          </a>
          .
        </InsetText>
      )}
      {view === null ? (
        <p class="govuk-body">
          When it is written we will send it to you, with all the advice it is drawn from.
        </p>
      ) : (
        <>
          {stage !== 'final' && <OfTheDraft {...props} />}
          <h2 class="govuk-heading-m">Ways to read it</h2>
          <WaysToRead {...props} />
          {stage === 'final' && <IfYouDisagree {...props} />}
          <Consulted {...props} />
          <Said {...props} />
          <PlanDocument view={view} />
        </>
      )}
    </Layout>
  );
}

/** The paper first, then each other face, what changed, and last what a computer reads. */
function WaysToRead(props: FamilyPlanProps) {
  const { childId, stage, documentId, versionId, severalVersions, languages } = props;
  const called = stage === 'final' ? 'the plan' : 'the draft';
  const at = `/family/${childId}/plan`;
  return (
    <FaceLinks
      {...{ at, languages }}
      before={
        documentId !== null && (
          <li>
            <a class="govuk-link" href={`/documents/${documentId}`}>
              Download {called} (PDF)
            </a>
          </li>
        )
      }
      after={
        <>
          {severalVersions && (
            <li>
              <a class="govuk-link" href={`${at}/comparison`}>
                See what changed since the one before
              </a>
            </li>
          )}
          {stage === 'final' && (
            <li>
              <a class="govuk-link" href={`${at}/working-document`}>
                See what you and we would change in it, for the tribunal
              </a>
            </li>
          )}
          {versionId !== null && (
            <li>
              <a class="govuk-link" href={`${at}/versions/${versionId}`}>
                See that nobody has changed it since we sent it
              </a>
            </li>
          )}
          <li>
            <a class="govuk-link" href={`${at}.json`}>
              Download {called} as data, for another computer system to read
            </a>
          </li>
        </>
      }
    />
  );
}

function OfTheDraft({ page, childId, lastDay, over, preference, finishedOn, sendiass }: FamilyPlanProps) {
  return (
    <WhatYouCanDo
      onlyReads={page.onlyReads === true}
      {...{ childId, lastDay, over, sendiass }}
      hasPreference={preference !== null}
      hasFinished={finishedOn !== null}
      words={{
        still: 'You can still comment until the plan is final.',
        lineByLine: 'Go through the draft line by line, and suggest other words',
        comment: 'Comment on the draft',
        prefer: 'Say which setting you want',
      }}
    />
  );
}

function IfYouDisagree({ rights, sendiass }: FamilyPlanProps) {
  if (rights === null) return null;
  return (
    <>
      <h2 class="govuk-heading-m">If you disagree</h2>
      <p class="govuk-body">
        You can appeal to the First-tier Tribunal about Section B, Section F, or the setting in Section I. It
        must receive your appeal by 5pm on {sayDate(rights.appealBy)}, or within one month of the date of a
        mediation certificate if that is later.
      </p>
      <p class="govuk-body">
        Unless your appeal is about Section I alone you need a mediation certificate first: contact the
        mediation adviser by {sayDate(rights.mediationBy)}. {rights.adviser ?? 'Ask us who that is.'}
      </p>
      <p class="govuk-body">
        Get free, impartial advice: {sendiass ?? 'ask us for your local service'}. Your letter about the plan
        says more.
      </p>
    </>
  );
}
