import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import type { StatementChange } from '../../comparing/compare.ts';
import type { Piece } from '../../comparing/words.ts';
import type { FamilyComparisonProps } from '../comparison.tsx';

/** As many changes, and as much of each, as print on a few pages; the usual page has them all. */
const SHOWN = 20;
const LONGEST = 600;

/** What changed between two versions of the plan, in Easy Read: what is new, what is gone, what moved. */
export function comparisonInEasyRead({ childId, childName, compared }: FamilyComparisonProps): EasyRead {
  return {
    title: say`What changed in the plan for ${childName}`,
    back: { href: `/family/${childId}/plan`, text: 'The plan' },
    sections: [{ blocks: compared === null ? [onlyOne] : blocksOf(compared) }],
  };
}

const onlyOne: EasyBlock = {
  picture: 'a paper',
  lines: ['There is only 1 plan so far.', 'Nothing changed.'],
};

function blocksOf({
  from,
  to,
  comparison: { changes },
}: NonNullable<FamilyComparisonProps['compared']>): EasyBlock[] {
  const first: EasyBlock = {
    picture: 'a paper',
    lines: [say`First there was this: ${from.words}.`, say`Then there was this: ${to.words}.`],
  };
  if (changes.length === 0) return [first, { picture: 'a tick', lines: ['They say the same.'] }];
  return [
    first,
    ...changes.slice(0, SHOWN).map(blockOf),
    ...(changes.length > SHOWN
      ? [{ picture: 'a paper', lines: ['More changed than this.', 'The usual page shows it all.'] } as const]
      : []),
  ];
}

function blockOf({ how, name, section, fields }: StatementChange): EasyBlock {
  const place = say`Look at ${name === '' ? section : name}.`;
  const words = (left: Piece['how']) => {
    const said = fields
      .map((field) => field.words.filter((one) => one.how !== left).map(({ text }) => text))
      .map((texts) => texts.join(''))
      .filter((text) => text !== '')
      .join('\n');
    return said.length > LONGEST ? `${said.slice(0, LONGEST)} …` : said;
  };
  switch (how) {
    case 'put in':
      return { picture: 'a bell', lines: [place, 'This is new.'], quote: words('out') };
    case 'taken out':
      return { picture: 'a cross', lines: [place, 'We took this out.'], quote: words('in') };
    case 'changed':
      return {
        picture: 'a notepad',
        lines: [place, 'We changed this.', 'Now it says:'],
        quote: words('out'),
      };
    case 'the same':
      return {
        picture: 'an arrow forward',
        lines: [place, 'This is now in a new place.'],
        quote: words('out'),
      };
  }
}
