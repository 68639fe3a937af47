import {
  type EasyBlock,
  type EasyRead,
  type EasySection,
  freeHelp,
  say,
} from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { StatementChange } from '../../comparing/compare.ts';
import { whatYouCanDo } from '../../pages/easy-read/what-you-can-do.ts';
import { side } from '../words.ts';
import type { FamilyAmendmentProps } from './family.tsx';

/** As many changes, and as much of each, as print on a few pages; the usual page has them all. */
const SHOWN = 12;
const LONGEST = 500;

/** What the authority wants to change in a plan, in Easy Read. */
export function amendmentInEasyRead(props: FamilyAmendmentProps): EasyRead {
  const { childId, childName, open } = props;
  return {
    title: say`What we want to change in the plan for ${childName}`,
    back: { href: `/family/${childId}/plan`, text: 'The plan' },
    sections: open === null ? [{ blocks: ended(props) }] : sections({ ...props, open }),
  };
}

type Opened = FamilyAmendmentProps & { open: NonNullable<FamilyAmendmentProps['open']> };

function ended({ amendment: { end }, sendiass }: FamilyAmendmentProps): EasyBlock[] {
  if (end === null) return [freeHelp(sendiass)];
  if (end.how === 'issued') return [{ picture: 'a letter', lines: ['We sent you the new plan.'] }];
  return [
    { picture: 'a tick', lines: ['The plan stays the same.'] },
    { picture: 'a letter', lines: ['This is why:'], quote: end.reasons.slice(0, LONGEST) },
    { picture: 'a judge', lines: ['You can appeal.', 'Our letter says how.'] },
    freeHelp(sendiass),
  ];
}

function sections(props: Opened): EasySection[] {
  const { open } = props;
  const { changes } = open.proposal.comparison;
  return [
    {
      blocks: [
        { picture: 'a notepad', lines: ['We want to change the plan.'] },
        { picture: 'a tick', lines: ['The plan stays the same for now.', 'You still get your help.'] },
        ...paper(props),
      ],
    },
    { heading: 'What you can do', blocks: whatYouCanDo({ ...props, ...open, preference: null }) },
    {
      heading: 'What we want to change',
      blocks:
        changes.length === 0
          ? [{ picture: 'a school', lines: ['Only the school may change.'] }]
          : [
              ...changes.slice(0, SHOWN).map(blockOf),
              ...(changes.length > SHOWN
                ? [
                    {
                      picture: 'a paper',
                      lines: ['We want to change more than this.', 'The usual page shows it all.'],
                    } as const,
                  ]
                : []),
            ],
    },
    { heading: 'What is next', blocks: next(props) },
  ];
}

function paper({ open: { documentId } }: Opened): EasyBlock[] {
  if (documentId === null) return [];
  const link = { href: `/documents/${documentId}`, text: 'Open the paper' };
  return [{ picture: 'a paper', lines: ['You can open the whole paper.'], link }];
}

function next({ open: { dueBy } }: Opened): EasyBlock[] {
  return [
    {
      picture: 'a calendar',
      lines: [say`We tell you by ${sayDate(dueBy)}.`, 'Then you get a new plan, or it stays the same.'],
    },
    { picture: 'a judge', lines: ['Then you can appeal if you think it is wrong.'] },
  ];
}

function blockOf({ how, name, section, fields }: StatementChange): EasyBlock {
  const place = say`Look at ${name === '' ? section : name}.`;
  const quote = (which: 'now' | 'proposed') => {
    const said = fields
      .map(({ words }) => side(words, which))
      .filter((text) => text !== '')
      .join('\n');
    return said.length > LONGEST ? `${said.slice(0, LONGEST)} …` : said;
  };
  switch (how) {
    case 'put in':
      return { picture: 'a bell', lines: [place, 'We want to put this in.'], quote: quote('proposed') };
    case 'taken out':
      return { picture: 'a cross', lines: [place, 'We want to take this out.'], quote: quote('now') };
    case 'changed':
      return {
        picture: 'a notepad',
        lines: [place, 'We want to change this.', 'It would say:'],
        quote: quote('proposed'),
      };
    case 'the same':
      return {
        picture: 'an arrow forward',
        lines: [place, 'We want to move this.'],
        quote: quote('proposed'),
      };
  }
}
