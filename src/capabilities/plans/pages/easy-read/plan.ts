import {
  type EasyBlock,
  type EasyRead,
  type EasySection,
  freeHelp,
  say,
} from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Stage } from '../../stage.ts';
import type { FamilyPlanProps } from '../family-plan.tsx';
import { planContent } from './plan-content.ts';
import { saidSections } from './said.ts';
import { whatYouCanDo } from './what-you-can-do.ts';

const STAGES = {
  drafting: { picture: 'a notepad', lines: ['We are writing a draft of the plan.', 'We send it to you.'] },
  'views awaited': {
    picture: 'a letter',
    lines: ['You have a draft of the plan.', 'Tell us what you think.'],
  },
  'views in': {
    picture: 'a thinking face',
    lines: ['You told us what you think.', 'We are deciding on the school.'],
  },
  redrafting: { picture: 'a notepad', lines: ['We are changing the draft.', 'You get a new one.'] },
  final: { picture: 'a tick', lines: ['The plan is final.'] },
} as const satisfies Record<Stage, Pick<EasyBlock, 'picture' | 'lines'>>;

/** The plan in Easy Read: where it is, what the family can do, what it has said, and what the plan says. */
export function planInEasyRead(props: FamilyPlanProps): EasyRead {
  const { childId, childName, stage, view } = props;
  return {
    title: say`The plan for ${childName}`,
    back: { href: `/family/${childId}`, text: 'What is happening' },
    sections: [
      {
        blocks: [
          STAGES[stage],
          ...amending(props),
          ...paper(props),
          ...faces(props),
          ...changed(props),
          ...proposals(props),
        ],
      },
      ...(view === null
        ? []
        : [
            stage === 'final'
              ? ifYouDisagree(props)
              : { heading: 'What you can do', blocks: whatYouCanDo(props) },
          ]),
      ...saidSections(props),
      ...(view === null ? [] : planContent(view)),
    ],
  };
}

function amending({ childId, amendment }: FamilyPlanProps): EasyBlock[] {
  if (amendment === null) return [];
  const link = { href: `/family/${childId}/plan/amendment`, text: 'See what we want to change' };
  return [{ picture: 'a notepad', lines: ['We want to change the plan.', 'Tell us what you think.'], link }];
}

function paper({ documentId, stage }: FamilyPlanProps): EasyBlock[] {
  if (documentId === null) return [];
  return [
    {
      picture: 'a paper',
      lines: ['You can open the whole paper.'],
      link: {
        href: `/documents/${documentId}`,
        text: stage === 'final' ? 'Open the plan' : 'Open the draft',
      },
    },
  ];
}

function faces({ childId, view, languages }: FamilyPlanProps): EasyBlock[] {
  if (view === null) return [];
  const at = `/family/${childId}/plan`;
  return [
    {
      picture: 'a notepad',
      lines: ['You can read a short paper about the help.'],
      link: { href: `${at}/summary`, text: 'Read the short paper' },
    },
    {
      picture: 'a teacher',
      lines: ['There is 1 page for teachers.'],
      link: { href: `${at}/one-page`, text: 'Read the page for teachers' },
    },
    {
      picture: 'a child',
      lines: ['My plan has your own words.'],
      link: { href: `${at}/mine`, text: 'Read or write My plan' },
    },
    ...languages.map(
      ({ tag, name }): EasyBlock => ({
        picture: 'a book',
        lines: [say`The plan is in ${name} too.`],
        link: { href: `${at}/bilingual/${tag}`, text: say`Read it in ${name}` },
      }),
    ),
  ];
}

function proposals({ childId, stage }: FamilyPlanProps): EasyBlock[] {
  if (stage !== 'final') return [];
  const link = { href: `/family/${childId}/plan/working-document`, text: 'See what may change' };
  return [{ picture: 'a judge', lines: ['You can ask a judge to change it.'], link }];
}

function changed({ childId, severalVersions }: FamilyPlanProps): EasyBlock[] {
  if (!severalVersions) return [];
  const link = { href: `/family/${childId}/plan/comparison`, text: 'See what changed' };
  return [{ picture: 'a magnifying glass', lines: ['We sent you a plan before this one.'], link }];
}

function ifYouDisagree({ rights, sendiass }: FamilyPlanProps): EasySection {
  if (rights === null) return { blocks: [freeHelp(sendiass)] };
  return {
    heading: 'Do you think the plan is wrong?',
    blocks: [
      { picture: 'a judge', lines: ['You can appeal.'] },
      {
        picture: 'a calendar',
        lines: [
          say`The judge must have it before 5pm on ${sayDate(rights.appealBy)}.`,
          'You may get more time after mediation.',
        ],
      },
      {
        picture: 'people who help',
        lines: [
          'Most people ask about mediation first.',
          say`Do it by ${sayDate(rights.mediationBy)}.`,
          rights.adviser === null ? 'Ask us who to call.' : say`Ask ${rights.adviser}.`,
        ],
      },
      {
        picture: 'a school',
        lines: ['Is only the school wrong?', 'Then you can appeal at once.'],
      },
      freeHelp(sendiass),
      { picture: 'a letter', lines: ['Our letter about the plan says more.'] },
    ],
  };
}
