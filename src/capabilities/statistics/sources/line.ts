/** What most files that cannot be used have met: somebody’s hands, or the way. */
export const FETCH_AGAIN =
  'Fetch it again as its publisher has it, without saving it from a spreadsheet, and import that';

/** Statistics that cannot be used, with one line of why and one of what to do: nothing of them is imported. */
export class UnusableStatistics extends Error {
  readonly whatToDo: string;

  constructor(why: string, whatToDo = FETCH_AGAIN) {
    super(why);
    this.whatToDo = whatToDo;
  }
}

export const SOURCES = [
  'ees-ehc-plans',
  'hmcts-appeals',
  'lait',
  'lait-dictionary',
  'neighbours',
  'population',
  'inclusion-dashboard',
  'headline',
] as const;
export type Source = (typeof SOURCES)[number];
export type PeriodKind = 'January' | 'calendar year' | 'academic year' | 'financial year' | 'mid-year';

/** One published row, as it is kept: a value, or the mark printed instead of it, for each indicator of its dataset. */
export type Line = {
  area: string;
  periodKind: PeriodKind;
  year: number;
  topic: string;
  breakdown: string;
  values: readonly (number | null)[];
  marks: readonly (string | null)[] | null;
};

/** What reads the rows of one table, in order: begun with its header, which was found to be one it knows. */
export type Reader = {
  source: Source;
  dataset: string;
  indicators: readonly string[];
  /** Those that are percentages, rates or words: no sum of them means anything. */
  rates: readonly string[];
  /** The rows that one line of the file says, by its number; none for one that says nothing of an area in England. */
  take(cells: readonly string[], line: number): readonly Line[];
  /** What can only be said once every line was read. */
  finish(): readonly Line[];
  /** What it says of measures, of a table that is their dictionary: when it was last brought up to date, and each measure. */
  definitions?(): { year: number; measures: readonly Definition[] };
  /** What was noticed meanwhile, a sentence each. */
  notes(): readonly string[];
};

/** What a publisher's dictionary says of one of its measures, in its own words; null where it says nothing. */
export type Definition = {
  /** The short name its figures go by, in small letters: the topic of its rows. */
  measure: string;
  /** What it is listed under: a measure can be under several. */
  subject: string;
  name: string;
  title: string | null;
  unit: string | null;
  /** Which way it says is better: `-` for neither. */
  polarity: 'High' | 'Low' | '-' | null;
  description: string | null;
  method: string | null;
  /** Whose statistics they are first. */
  owner: string | null;
  yearKind: string | null;
  addresses: string | null;
};
