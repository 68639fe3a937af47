import { AsTyped, SummaryList } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Answer, Preference } from '../facts.ts';
import { ABOUT_WORDS } from '../section-titles.ts';
import { countAnswers } from '../took-place.ts';
import type { FamilyPlanProps } from './family-plan.tsx';

type Props = Pick<
  FamilyPlanProps,
  'representations' | 'meetings' | 'preference' | 'otherPreferences' | 'finishedOn' | 'places'
>;

/** What the family has told us about the plan, with what we answered and where it is in the plan. */
export function Said(props: Props) {
  const { representations, meetings, preference, otherPreferences, finishedOn, places } = props;
  const nothing = representations.length === 0 && meetings.length === 0 && preference === null;
  if (nothing && finishedOn === null) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What you have told us</h2>
      {representations.length > 0 && <p class="govuk-body">{sayCounts(countAnswers({ representations }))}</p>}
      {otherPreferences.map((one) => (
        <Wanted key={one.from} preference={one} />
      ))}
      {preference !== null && <Wanted preference={preference} />}
      {representations.map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: { text: `Comment on: ${ABOUT_WORDS[one.about]}`, headingLevel: 3 } }}
          rows={[
            { key: `${one.from}, ${sayDate(one.receivedOn)}`, value: <AsTyped>{one.words}</AsTyped> },
            { key: 'Our answer', value: <Answered answer={one.answer} /> },
            (places.get(one.id) ?? []).length > 0 && {
              key: 'Where it is in the plan',
              value: places.get(one.id)?.join(', '),
            },
          ]}
        />
      ))}
      {meetings.map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: { text: 'Meeting asked for', headingLevel: 3 } }}
          rows={[
            { key: `${one.from}, ${sayDate(one.askedOn)}`, value: <AsTyped>{one.words}</AsTyped> },
            {
              key: 'What happened',
              value:
                one.settled === null
                  ? 'We will be in touch to arrange it'
                  : `${one.settled.outcome === 'held' ? 'Held' : 'No longer wanted'}, ${sayDate(one.settled.on)}`,
            },
          ]}
        />
      ))}
      {finishedOn !== null && (
        <p class="govuk-body">You told us on {sayDate(finishedOn)} that you have nothing more to add.</p>
      )}
    </>
  );
}

/** `3 things. Taken: 1. Not answered yet: 2.` */
function sayCounts(counts: ReturnType<typeof countAnswers>): string {
  const said = [
    ['Taken', counts.taken],
    ['Taken in part', counts.takenInPart],
    ['Not taken', counts.notTaken],
    ['Not answered yet', counts.notAnswered],
  ] as const;
  const of = said.filter(([, count]) => count > 0).map(([what, count]) => `${what}: ${count}.`);
  return `You have told us ${counts.said === 1 ? '1 thing' : `${counts.said} things`}. ${of.join(' ')}`;
}

function Answered({ answer }: { answer: Answer | null }) {
  if (answer === null) return <>Not answered yet</>;
  const outcome = { accepted: 'Taken', 'partly accepted': 'Taken in part', declined: 'Not taken' };
  return (
    <>
      {outcome[answer.outcome]}, {sayDate(answer.answeredOn)}. <AsTyped>{answer.reasons}</AsTyped>
    </>
  );
}

function Wanted({ preference }: { preference: Preference }) {
  return (
    <SummaryList
      card={{ title: { text: 'The setting you want', headingLevel: 3 } }}
      rows={
        preference.kind === 'none'
          ? [
              {
                key: 'Setting',
                value: `No preference: ${preference.from}, ${sayDate(preference.receivedOn)}`,
              },
            ]
          : [
              { key: 'Setting', value: <AsTyped>{preference.setting.name}</AsTyped> },
              { key: 'Asked for', value: `${preference.from}, ${sayDate(preference.receivedOn)}` },
              { key: 'What the law says', value: whatTheLawSays(preference) },
            ]
      }
    />
  );
}

function whatTheLawSays(preference: Exclude<Preference, { kind: 'none' }>): string {
  if (preference.kind === 'representation') return preference.why;
  return `You have the right to ask for it (${preference.paragraph}). We must name it unless a reason in section 39(4) applies. If one does, our letter about the final plan says which, and why`;
}
