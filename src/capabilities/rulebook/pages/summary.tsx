import type { Content, SummaryListProps } from '../../../design-system/index.ts';
import { GROUND_WORDS, type Rule, sayLimb } from '../../../law/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';

const KIND = {
  duty: 'It is met when',
  right: 'It is used when',
  bar: 'It ends when',
} as const satisfies Record<Rule['kind'], string>;

const SECOND = {
  none: '',
  'where there is one': 'Or, where it applies and is later',
  always: 'Or, if later',
} as const satisfies Record<Rule['second'], string>;

const FIXED = {
  'tribunal’s direction': 'A date the tribunal directs stands instead',
  'tribunal’s extension': 'The tribunal may give more time',
  'agreement in writing': 'Another time may be agreed in writing, and stands instead',
} as const satisfies Record<NonNullable<Rule['fixedBy']>, string>;

export const UNSURE = {
  medium:
    'We are not certain of this paragraph number or its wording: a lawyer should check it before anyone relies on it',
  low: 'We are not sure of this at all: a lawyer must check it before anyone relies on it',
} as const satisfies Record<Exclude<Rule['cite']['confidence'], 'high'>, string>;

/** All that is held about one rule, as names and values: what starts it, how long, how counted, and where the law says so. */
export function factsOf(rule: Rule): SummaryListProps['rows'] {
  const { cite, inForce } = rule;
  return [
    ...rule.limbs.map((limb, place) => ({
      key: place === 0 ? 'Time limit' : SECOND[rule.second],
      value: firstUpper(sayLimb(limb)),
    })),
    ...(counting(rule) === null ? [] : [{ key: 'How it is counted', value: counting(rule) }]),
    { key: KIND[rule.kind], value: firstUpper(rule.stops) },
    rule.rolls === 'tribunal' && {
      key: 'Days the tribunal does not work',
      value:
        'A limit that ends on one moves to the next working day; from 25 December to 1 January or in August, to the first working day after',
    },
    rule.fixedBy !== null && { key: 'Other dates', value: FIXED[rule.fixedBy] },
    rule.exceptions.length > 0 && { key: 'Lawful exceptions', value: <Exceptions rule={rule} /> },
    { key: 'The law', value: <Law rule={rule} /> },
    cite.confidence !== 'high' && { key: 'How sure we are', value: UNSURE[cite.confidence] },
    {
      key: 'In force',
      value: `From ${sayDate(inForce.from)}${inForce.until === null ? '' : ` to ${sayDate(inForce.until)}`}`,
    },
  ];
}

function Exceptions({ rule }: { rule: Rule }): Content {
  return (
    <>
      <p class="govuk-body">
        The limit need not be kept where it is impractical because of one of these. It must still be done as
        soon as practicable, and the date does not move:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {rule.exceptions.map(({ ground, provision }) => (
          <li key={`${ground} ${provision}`}>
            {GROUND_WORDS[ground]} ({provision})
          </li>
        ))}
      </ul>
    </>
  );
}

export function Law({ rule: { cite } }: { rule: Pick<Rule, 'cite'> }): Content {
  return (
    <>
      <Provision cite={cite} />
      {cite.note !== undefined && <p class="govuk-body-s govuk-!-margin-top-1">{cite.note}</p>}
    </>
  );
}

function Provision({ cite }: Pick<Rule, 'cite'>): Content {
  return (
    <a class="govuk-link" href={cite.url} rel="noreferrer external">
      {cite.provision}
    </a>
  );
}

/** Where the law says so, for a list: with a word where we are not certain, and the rest on the rule's own page. */
export function LawInShort({ rule: { cite } }: { rule: Pick<Rule, 'cite'> }): Content {
  return (
    <>
      <Provision cite={cite} />
      {cite.confidence !== 'high' && (
        <>
          <br />
          {cite.confidence === 'medium' ? 'We are not certain of this' : 'We are not sure of this at all'}
        </>
      )}
    </>
  );
}

function counting({ limbs: [{ period }] }: Rule): string | null {
  switch (period.unit) {
    case 'weeks':
      return 'The first day is left out. Weekends and holidays count';
    case 'days':
    case 'months':
      return `The first day is ${period.firstDayCounts ? 'counted' : 'left out'}. Weekends and holidays count`;
    case 'working days':
      return `The first day is ${period.firstDayCounts ? 'counted, if it is a working day' : 'left out'}. Weekends and bank holidays do not count`;
    case 'school days':
      return 'On the setting’s own calendar. The first day of exclusion counts, if the setting is open';
    case 'weeks before':
    case 'months before':
      return 'Back from the day, which is left out';
    case 'before':
      return 'The day before that date is the last';
    case 'same day':
      return null;
  }
}

function firstUpper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
