import { type Place, ROW_LETTERS, type RowKind } from './place.ts';

/** A piece of somebody's file, the smallest that is placed: a paragraph, one in the cell of a table, or a cell of a CSV. */
export type Passage = {
  number: number;
  text: string;
  /** Where in the file it is: `paragraph 12`, `table 2, row 3, column 1`, `line 5, who`. */
  from: string;
  /** Null where it could not be placed. */
  place: Place | null;
  /** The rows that its own serves: the needs a provision meets, the provision an outcome comes of. */
  links: readonly string[];
  /** Why it could not be placed; null where it was. */
  why: string | null;
};

/** Words of the file that are no part of what the plan says, with why: shown, so that nobody has to take it on trust. */
export type Ignored = { text: string; from: string; why: string };

export type ReadPlan = {
  kind: 'word' | 'csv' | 'json';
  passages: readonly Passage[];
  ignored: readonly Ignored[];
  /** What is to be known of the file besides its words: macros, tracked changes, pictures. */
  notes: readonly string[];
  /** This plan’s own lines of a file that holds several; null where the file is this plan’s alone. */
  own: string | null;
};

/** More than this is not one plan: it is said, and not read. */
export const MOST_PASSAGES = 5000;

/** What becomes of a piece of the file: placed, left to be placed, or left aside, each with what there is to say of it. */
export type Verdict = { place: Place; links?: readonly string[] } | { left: string } | { aside: string };

/** Gathers what a file says, in its order, and names its rows. */
export class Gathering {
  readonly passages: (Passage & { links: string[] })[] = [];
  readonly ignored: Ignored[] = [];
  readonly notes: string[] = [];
  readonly #rows = { need: 0, provision: 0, outcome: 0, advice: 0 };

  /** A name for a row that no other has. */
  newRow(kind: RowKind): string {
    this.#rows[kind] += 1;
    return `${ROW_LETTERS[kind]}${this.#rows[kind]}`;
  }

  place(text: string, from: string, place: Place, links: readonly string[] = []): void {
    this.#add({ text, from, place, links: [...links], why: null });
  }

  leave(text: string, from: string, why: string): void {
    this.#add({ text, from, place: null, links: [], why });
  }

  ignore(text: string, from: string, why: string): void {
    if (text.trim() !== '') this.ignored.push({ text, from, why });
  }

  take({ text, from }: { text: string; from: string }, verdict: Verdict): void {
    if ('aside' in verdict) this.ignore(text, from, verdict.aside);
    else if ('left' in verdict) this.leave(text, from, verdict.left);
    else this.place(text, from, verdict.place, verdict.links);
  }

  /** The row also serves this one. */
  link(row: string, to: string): void {
    const lead = this.passages.find(({ place }) => place !== null && 'row' in place && place.row === row);
    if (lead !== undefined && !lead.links.includes(to)) lead.links.push(to);
  }

  #add(passage: Omit<Passage, 'number' | 'links'> & { links: string[] }): void {
    if (passage.text.trim() !== '') this.passages.push({ ...passage, number: this.passages.length + 1 });
  }
}
