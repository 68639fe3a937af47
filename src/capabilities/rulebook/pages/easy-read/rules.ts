import {
  type EasyBlock,
  type EasyLine,
  type EasyRead,
  type PictureName,
  say,
} from '../../../../design-system/index.ts';
import { type Rule, sayLimb, sayPeriod } from '../../../../law/index.ts';
import type { RulePageProps } from '../rule.tsx';
import type { RulesProps } from '../rules.tsx';

type Words = { picture: PictureName; before: readonly EasyLine[]; long: (period: string) => EasyLine };

/* The time limits that matter most to a family; the usual page has every one. */
const EASY_RULES: Readonly<Record<string, Words>> = {
  T01: {
    picture: 'a thinking face',
    before: ['You ask us for an assessment.', 'We tell you yes or no.'],
    long: (period) => say`We have ${period}.`,
  },
  T02: {
    picture: 'people',
    before: ['We ask people for advice.'],
    long: (period) => say`They have ${period}.`,
  },
  T04: {
    picture: 'a paper',
    before: ['You ask us, and there must be a plan.', 'You get the final plan.'],
    long: (period) => say`We have ${period}.`,
  },
  T05: {
    picture: 'a speech bubble',
    before: ['We send you a draft.', 'You tell us what you think.'],
    long: (period) => say`You have ${period}.`,
  },
  T22: {
    picture: 'a judge',
    before: ['Do you think we are wrong?', 'You can appeal.'],
    long: (period) => say`You have ${period}, or more.`,
  },
};

/** The rules in Easy Read: those a family meets first. */
export function rulesInEasyRead({ rules }: RulesProps): EasyRead {
  const shown = rules.filter(({ id }) => EASY_RULES[id] !== undefined);
  return {
    title: 'The rules we follow',
    sections: [
      {
        blocks: [
          { picture: 'scales', lines: ['The law says how long we have.'] },
          ...shown.flatMap((rule) => blockOf(rule, EASY_RULES[rule.id])),
          {
            picture: 'a book',
            lines: [
              say`There are ${String(rules.length - shown.length)} more rules.`,
              'The page without pictures has them all.',
            ],
          },
        ],
      },
    ],
  };
}

function blockOf(rule: Rule, words: Words | undefined): EasyBlock[] {
  if (words === undefined) return [];
  const [limb] = rule.limbs;
  return [
    {
      picture: words.picture,
      lines: [...words.before, words.long(sayPeriod(limb.period))],
      link: { href: `/rules/${rule.id}`, text: 'See this rule' },
    },
  ];
}

/** One rule, in Easy Read: in easy words where it is one a family meets first, and what the law says. */
export function ruleInEasyRead({ versions: [rule], example }: RulePageProps): EasyRead {
  const words = EASY_RULES[rule.id];
  return {
    title: 'One of our rules',
    back: { href: '/rules', text: 'The rules we follow' },
    sections: [
      {
        blocks: [
          ...blockOf(rule, words).map(({ picture, lines }) => ({ picture, lines })),
          {
            picture: 'a clock',
            lines: ['This is the time there is.', 'These are the words of the law.'],
            quote: rule.limbs.map(sayLimb).join('\n'),
          },
          {
            picture: 'scales',
            lines: ['You can read the law.', 'It has hard words.'],
            link: { href: rule.cite.url, text: say`${rule.cite.provision}` },
          },
          ...(rule.cite.confidence === 'high'
            ? []
            : [{ picture: 'a warning sign', lines: ['We are not sure that we have this right.'] } as const]),
          ...(example === null
            ? []
            : [
                {
                  picture: 'a calendar',
                  lines: ['The page without pictures shows how it works.'],
                } as const,
              ]),
        ],
      },
    ],
  };
}
