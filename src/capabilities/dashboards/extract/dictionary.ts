import { toCsv } from '../../../shared/csv.ts';
import { KNOWN, type Row } from './row.ts';

type Column = { means: string; values: string };

const MONTHS = 'under 1, 1 to 2, 2 to 3, 3 to 5, 5 to 8, 8 to 12, 12 or more, not applicable';

/** What each column means, for whoever works with the file and was not told. */
const DICTIONARY = {
  year_received: {
    means: 'The calendar year the request was received',
    values: 'a year; brought in: a plan written elsewhere; any',
  },
  age: {
    means: 'Whole years on the day the request was received, or the plan written elsewhere was issued',
    values: 'years; 0 to 4, 5 to 10, 11 to 15, 16 to 25; any',
  },
  sex: { means: 'As the SEN2 return asks for it', values: 'M, F, not known; any' },
  ethnicity: {
    means: 'As the Department codes it',
    values: 'a main code; White, Mixed, Asian, Black, another, not known; any',
  },
  primary_need: {
    means: 'The type of need as last recorded before the day of the extract; Down syndrome is under oth',
    values: 'a type of the SEN2 return in small letters, unknown; an area of the Code of Practice; any',
  },
  placement: {
    means: 'The kind of place on the day of the extract, under the headings of the Department’s release',
    values: 'mainstream, special, …, not recorded; any',
  },
  outcome: {
    means: 'How far it had come by the day of the extract',
    values: 'to be decided, ended, refused, being assessed, no plan, plan to be issued, plan',
  },
  months_to_decide: { means: 'From the request to the decision whether to assess', values: MONTHS },
  months_to_assess: { means: 'From that decision to the one whether to issue a plan', values: MONTHS },
  months_to_make_plan: { means: 'From that decision to the final plan', values: MONTHS },
  within_20_weeks: {
    means: 'Whether the final plan was issued by the 140th day after the request',
    values: 'yes, no, not applicable',
  },
  exception: {
    means: 'Whether a lawful exception to the 20 weeks was recorded (regs 10(4), 13(3))',
    values: 'yes, no, not applicable',
  },
} as const satisfies Record<keyof Row, Column>;

export const COLUMNS: readonly (keyof Row)[] = [
  ...KNOWN,
  'outcome',
  'months_to_decide',
  'months_to_assess',
  'months_to_make_plan',
  'within_20_weeks',
  'exception',
];

/** The dictionary as a file that stands beside the extract. */
export function dictionaryCsv(): string {
  const head = ['column', 'means', 'values', 'made less exact where few are alike'];
  const known: readonly string[] = KNOWN;
  return toCsv(
    head,
    COLUMNS.map((column) => [
      column,
      DICTIONARY[column].means,
      DICTIONARY[column].values,
      known.includes(column) ? 'yes' : 'no',
    ]),
  );
}
