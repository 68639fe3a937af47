import { type EasyBlock, type EasySection, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Meeting, Preference, Representation } from '../../facts.ts';
import type { FamilyPlanProps } from '../family-plan.tsx';
import { OUTCOMES } from './replies.ts';

/** As many comments as print on a few pages; the usual page has them all. */
const SHOWN = 10;

/** What the family has said about the draft, and what came of it. */
export function saidSections(props: FamilyPlanProps): EasySection[] {
  const { representations, meetings, preference, consulted, finishedOn, places } = props;
  const blocks: EasyBlock[] = [
    ...(preference === null ? [] : [wanted(preference)]),
    ...consulted.map((one) => askedSchool(one, props.checkedBy)),
    ...representations.slice(-SHOWN).flatMap((one) => comment(one, places.get(one.id) ?? [])),
    ...(representations.length > SHOWN
      ? [
          {
            picture: 'a clipboard',
            lines: ['You told us more than this.', 'The page without pictures has it all.'],
          } as const,
        ]
      : []),
    ...meetings.map(meeting),
    ...(finishedOn === null
      ? []
      : [
          {
            picture: 'a tick',
            lines: [say`On ${sayDate(finishedOn)} you told us you are finished.`],
          } as const,
        ]),
  ];
  return blocks.length === 0 ? [] : [{ heading: 'What you told us', blocks }];
}

function wanted(preference: Preference): EasyBlock {
  const day = sayDate(preference.receivedOn);
  if (preference.kind === 'none') {
    return { picture: 'a school', lines: [say`On ${day} you told us that any school is fine.`] };
  }
  const { name } = preference.setting;
  return {
    picture: 'a school',
    lines: [
      say`On ${day} you asked for ${name}.`,
      preference.kind === 'request'
        ? 'We must say yes, or have a good reason.'
        : 'The law does not make us say yes. We must think about it.',
    ],
  };
}

function askedSchool(
  {
    settingName,
    why,
    sentOn,
    copySentOn,
    dueOn,
    openedOn,
    answeredOn,
    acts,
  }: FamilyPlanProps['consulted'][number],
  checkedBy: string,
): EasyBlock {
  const withdrawn = acts.find(({ kind }) => kind === 'withdrawn');
  const asked = [
    say`We asked ${settingName} on ${sayDate(sentOn)}.`,
    why === 'the family asked for it' ? 'We asked because you want it.' : 'We asked because it may be right.',
  ];
  if (withdrawn !== undefined) {
    return {
      picture: 'a teacher',
      lines: [...asked, say`On ${sayDate(withdrawn.on)} we stopped asking them.`, 'This is why.'],
      quote: withdrawn.words,
    };
  }
  const opened =
    openedOn === null ? 'They have not opened it yet.' : say`They opened it on ${sayDate(openedOn)}.`;
  if (copySentOn === null && answeredOn === null) {
    return {
      picture: 'an hourglass',
      lines: [
        ...asked,
        'Schools do not see all of your plan.',
        say`${checkedBy} must check what they see first.`,
        'You do not have to do anything.',
      ],
    };
  }
  const due = [
    ...(acts.some(({ kind }) => kind === 'extended') ? ['We gave them more time.'] : []),
    ...(dueOn === null ? [] : [say`They must tell us by ${sayDate(dueOn)}.`]),
  ];
  return {
    picture: 'a teacher',
    lines:
      answeredOn === null
        ? [...asked, opened, ...due]
        : [...asked, say`They told us on ${sayDate(answeredOn)}.`],
  };
}

function comment(
  { from, receivedOn, words, answer }: Representation,
  places: readonly string[],
): EasyBlock[] {
  return [
    {
      picture: 'a speech bubble',
      lines: [say`${from} wrote this on ${sayDate(receivedOn)}.`],
      quote: words,
    },
    answer === null
      ? { picture: 'an hourglass', lines: ['We have not answered this yet.'] }
      : {
          picture: 'a letter',
          lines: [
            OUTCOMES[answer.outcome],
            ...(places.length === 0 ? [] : [say`Look at ${places.join(', ')} in the plan.`]),
            'This is why.',
          ],
          quote: answer.reasons,
        },
  ];
}

function meeting({ askedOn, settled }: Meeting): EasyBlock {
  const asked = say`On ${sayDate(askedOn)} you asked to meet us.`;
  if (settled === null) return { picture: 'people', lines: [asked, 'We will find a day with you.'] };
  return settled.outcome === 'held'
    ? { picture: 'people', lines: [asked, say`We met on ${sayDate(settled.on)}.`] }
    : { picture: 'people', lines: [asked, 'Then you did not want to.'] };
}
