import type { ADVICE_PARTS, Field, NEED_PARTS, OUTCOME_PARTS, PROVISION_PARTS } from './place.ts';

/** What a CSV of plans says in its column `format`. Another layout is another name. */
export const CSV_FORMAT = 'plan-lines-1';

/** Columns every such file has. */
export const REQUIRED = ['format', 'plan', 'section', 'text'] as const;

/** Columns that say whose plan it is, alike on each of its lines. */
export const OF_PLAN = named<Field>({
  given_names: 'givenNames',
  family_name: 'familyName',
  date_of_birth: 'dateOfBirth',
  upn: 'upn',
  nhs_number: 'nhsNumber',
  issued_on: 'issuedOn',
  officer: 'officer',
});

/** Columns that say something of the line’s own row, by what the line is. */
export const OF_NEED = named<keyof typeof NEED_PARTS>({ evidence: 'evidence' });
export const OF_PROVISION = named<keyof typeof PROVISION_PARTS>({
  who: 'who',
  ratio: 'ratio',
  how_often: 'frequency',
  how_long: 'durationEachTime',
  review: 'review',
  more: 'text',
});
export const OF_OUTCOME = named<keyof typeof OUTCOME_PARTS>({
  steps: 'steps',
  by_when: 'byWhen',
  monitoring: 'monitoring',
});
export const OF_ADVICE = named<keyof typeof ADVICE_PARTS>({
  advice_kind: 'kind',
  asked_on: 'requestedOn',
  received_on: 'receivedOn',
  appended: 'appended',
});

/** Columns that say where the line goes; their words are read and are no part of the plan. */
export const SAYING_WHERE = ['format', 'plan', 'section', 'area', 'part', 'id', 'links'];

/** What the column `part` may say in Sections A and J; in a row’s section only `strengths`. */
export const A2_PARTS = named<Field>({
  views: 'A2 views',
  interests: 'A2 interests',
  strengths: 'A2 strengths',
  aspirations: 'A2 aspirations',
  how: 'A2 how',
});
export const J_PARTS = named<Field>({
  details: 'J',
  arrangements: 'J arrangements',
  amount: 'J amount',
  use: 'J use',
  agreements: 'J agreements',
});

// A map, so that a column somebody calls `constructor` is one nobody knows.
function named<T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(table));
}
