import { AsTyped, SummaryList } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { FamilyPlanProps } from './family-plan.tsx';

type One = FamilyPlanProps['consulted'][number];

/** Each setting that was asked about the plan, as the family follows it: sent, opened, due and answered, each with its day. */
export function Consulted({ consulted, checkedBy }: Pick<FamilyPlanProps, 'consulted' | 'checkedBy'>) {
  if (consulted.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Settings we have asked</h2>
      {consulted.map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: { text: one.settingName, headingLevel: 3 } }}
          rows={[
            { key: 'Asked', value: sayAsked(one) },
            { key: 'Copy of the plan', value: sayCopy(one, checkedBy) },
            { key: 'Opened', value: sayOpened(one) },
            ...answer(one),
          ]}
        />
      ))}
      <p class="govuk-body">
        What a setting answered is not shown here. Our letter about the final plan says what we decided and
        why.
      </p>
    </>
  );
}

function sayAsked({ sentOn, why }: One): string {
  return why === 'the family asked for it'
    ? `${sayDate(sentOn)}: we asked by ourselves, at once, because you asked for it`
    : `${sayDate(sentOn)}: we are considering it`;
}

/** Whoever answered by letter or email has not opened it here. */
export function sayOpened({ openedOn, answeredOn }: Pick<One, 'openedOn' | 'answeredOn'>): string {
  if (openedOn !== null) return sayDate(openedOn);
  return answeredOn === null ? 'Not opened yet' : 'Not in this service: they answered us another way';
}

/** Of a copy that waits: why, by whom it is checked, and what does not wait with it. */
function sayCopy({ sentOn, copySentOn }: One, checkedBy: string) {
  if (copySentOn === sentOn) return `Sent ${sayDate(copySentOn)}, with our question`;
  if (copySentOn !== null) return `Sent ${sayDate(copySentOn)}, once it had been checked`;
  return `Not sent yet: the papers are being checked by ${checkedBy}. Part of the plan is kept from settings, and their copy must not show it. What you asked for stands from ${sayDate(sentOn)}, and our decision about it does not wait for this`;
}

function answer({ acts, dueOn, answeredOn }: One) {
  const withdrawn = acts.find(({ kind }) => kind === 'withdrawn');
  const extended = acts.findLast(({ kind }) => kind === 'extended');
  const chased = acts.filter(({ kind }) => kind === 'chased').map(({ on }) => sayDate(on));
  return [
    chased.length > 0 && { key: 'Reminded', value: chased.join(', ') },
    extended !== undefined && {
      key: 'Given more time',
      value: (
        <>
          On {sayDate(extended.on)}. <AsTyped>{extended.words}</AsTyped> The day your plan is due has not
          moved.
        </>
      ),
    },
    withdrawn === undefined
      ? {
          key: 'Answer',
          value:
            answeredOn === null
              ? dueOn === null
                ? 'Not answered yet. Due 15 days from the day their copy is sent'
                : `Not answered yet. Due by ${sayDate(dueOn)}`
              : `Answered ${sayDate(answeredOn)}`,
        }
      : {
          key: 'No longer asked',
          value: (
            <>
              Since {sayDate(withdrawn.on)}. <AsTyped>{withdrawn.words}</AsTyped>
            </>
          ),
        },
  ];
}
