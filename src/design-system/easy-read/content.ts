import type { FieldErrors } from '../errors.ts';
import type { PictureName } from './pictures.ts';

/* What an Easy Read page or paper is made of: one idea a block, its picture on the left and its words on the right. */

/** A line of our own words, with what comes from the file (a name, a day) kept apart: only our own words are linted. */
export type Said = { ours: readonly string[]; theirs: readonly string[] };
export type Line = string | Said;

export type Choice = { value: string; text: Line };

/** One box of a form, asked by its label. */
export type Field = {
  kind: 'text' | 'long' | 'email' | 'tel' | 'search' | 'date' | 'choice' | 'select' | 'files';
  name: string;
  /** Where a page has the same name twice. */
  id?: string | undefined;
  label: Line;
  value?: string | null | undefined;
  /** A date is typed in three boxes: what was typed in each. */
  typed?: Readonly<Record<string, string>> | undefined;
  choices?: readonly Choice[] | undefined;
  autocomplete?: string | undefined;
  /** Which kinds of file may be chosen. */
  accept?: string | undefined;
};

export type Block = {
  picture: PictureName;
  lines: readonly Line[];
  /** What somebody else wrote, shown as they wrote it. */
  quote?: string | undefined;
  link?: { href: string; text: Line } | undefined;
  field?: Field | undefined;
};

export type EasyForm = {
  /** The same address the usual page's form is sent to. */
  action: string;
  key: string;
  version?: number | undefined;
  button: string;
  /** A second button, which keeps what was typed and sends nothing. */
  later?: string | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  /** A search: nothing changes, and the answer is another page. */
  search?: true | undefined;
  /** What is wrong in this form, where another of the page asks the same; otherwise it is what is wrong on the page. */
  errors?: FieldErrors | undefined;
};

/** Some blocks under a heading; where `form` is given, they are its questions. */
export type Section = {
  heading?: Line | undefined;
  blocks: readonly Block[];
  form?: EasyForm | undefined;
};

export type EasyRead = {
  title: Line;
  sections: readonly Section[];
  back?: { href: string; text: string } | undefined;
  errors?: FieldErrors | undefined;
};

/** A line with words from the file in it: say`Your helper is ${name}.` */
export function say(ours: TemplateStringsArray, ...theirs: readonly string[]): Said {
  return { ours: [...ours], theirs };
}

/** A line as one string. */
export function plain(line: Line): string {
  if (typeof line === 'string') return line;
  return line.ours.map((words, place) => words + (line.theirs[place] ?? '')).join('');
}

/** A line as it is read for its words: what comes from the file is one word that nobody here chose. */
export function masked(line: Line): string {
  return pieces(line)
    .map(({ words, ours }) => (ours ? words : '□'))
    .join('');
}

/** A line's pieces in order, each of them ours or theirs. */
export function pieces(line: Line): { words: string; ours: boolean }[] {
  if (typeof line === 'string') return [{ words: line, ours: true }];
  return line.ours.flatMap((words, place) => {
    const theirs = line.theirs[place];
    return [{ words, ours: true }, ...(theirs === undefined ? [] : [{ words: theirs, ours: false }])];
  });
}

/** Every line of a block that is our own to write well. */
export function linesOf(block: Block): Line[] {
  const { lines, link } = block;
  return link === undefined ? [...lines] : [...lines, link.text];
}

/** What a block’s box asks, and what may be chosen. */
export function askedIn({ field }: Block): Line[] {
  return field === undefined ? [] : [field.label, ...(field.choices ?? []).map(({ text }) => text)];
}
