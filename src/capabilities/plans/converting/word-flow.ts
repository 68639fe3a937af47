import type { AreaName } from '../plan.ts';
import { columnOf } from './columns.ts';
import { areaNamed, folded, type Heading, headingOf, type Letter } from './headings.ts';
import { labelAndRest, labelled } from './labels.ts';
import type { Gathering, Verdict } from './passage.ts';
import type { Field, Place } from './place.ts';
import type { Line } from './word.ts';

type Sub = 'strengths' | 'need' | 'provision' | 'outcome';

const SUBS: readonly (readonly [RegExp, Sub])[] = [
  [/^((his|her|their|my|the child's|areas? of) )?strengths?( and (abilities|interests))?$/, 'strengths'],
  [
    /^((his|her|their|identified|the child's) )?(special educational |health |social care )?(needs?|difficulties)( and difficulties)?$/,
    'need',
  ],
  [
    /^(special educational |educational |health |social care )?provision( required)?$|^(provision|support) (to meet|for) .*needs?$/,
    'provision',
  ],
  [/^(long[- ]term )?outcomes?( sought)?$/, 'outcome'],
];

const NOTHING =
  /^(none|n\/?a|not applicable|nil|no( identified)? (needs?|provision|outcomes?)\b.{0,60}|no (personal budget|direct payment).{0,60})[.]?$|no identified .{0,40}needs?/i;
const PAGE_NUMBER = /^(page )?\d{1,3}( (of|\/) \d{1,3})?$/i;
const CONTENTS = /(\t|\.{4,}\s*)\d{1,3}$/;
const TITLE = /^(final |draft |amended )?education,? health (and|&) care plan.{0,60}$|^ehc(p| plan)$/i;

/** Reads paragraphs one after another, keeping which section and area they stand under. */
export class FlowReader {
  readonly #gathering: Gathering;
  letters: readonly Letter[] = [];
  area: AreaName | null = null;
  #sub: Sub | null = null;
  #field: Field | null = null;
  #last = { provision: '', outcome: '' };

  constructor(gathering: Gathering) {
    this.#gathering = gathering;
  }

  /** The one section these words stand under; null where there is none, or several. */
  get letter(): Letter | null {
    const [only, ...others] = this.letters;
    return others.length === 0 ? (only ?? null) : null;
  }

  /** Goes on under a heading, and says that it was one. */
  turnTo(heading: Heading, { text, from }: Pick<Line, 'text' | 'from'>): void {
    this.letters = heading.letters;
    this.area = heading.area ?? impliedArea(heading.letters);
    this.#sub = null;
    this.#field = null;
    this.#gathering.ignore(text, from, 'A heading of the plan');
  }

  enterArea(area: AreaName, { text, from }: Pick<Line, 'text' | 'from'>): void {
    this.area = area;
    this.#sub = null;
    this.#field = null;
    this.#gathering.ignore(text, from, 'The name of an area of need');
  }

  read(line: Line): void {
    const aside = this.#asideOf(line.text);
    const heading = aside === null ? headingOf(line.text, line.styled) : null;
    const area = this.#areaOf(line.text);
    if (aside !== null) this.#gathering.take(line, { aside });
    else if (heading !== null) this.turnTo(heading, line);
    else if (area !== null) this.enterArea(area, line);
    else if (!this.#enter(line) && !this.#labelled(line)) this.#gathering.take(line, this.#verdict(line));
  }

  #asideOf(text: string): string | null {
    if (PAGE_NUMBER.test(text)) return 'A page number';
    if (CONTENTS.test(text)) return 'A line of the list of contents';
    return TITLE.test(text) ? 'The title of the document' : null;
  }

  #verdict({ text, styled }: Line): Verdict {
    if (styled && text.length < 80 && !/[.!?]$/.test(text) && this.letter !== 'I')
      return { left: 'It is set as a heading, and is none that a plan has' };
    if (NOTHING.test(text)) return { left: 'It says that there is nothing to put here' };
    if (this.#field !== null) return { place: { kind: 'field', field: this.#field } };
    return verdictOf(this.#placeHere());
  }

  // An area may stand wherever needs, provision or outcomes may; health and social care only where it tells outcomes apart.
  #areaOf(text: string): AreaName | null {
    const area = areaNamed(text);
    if (area === null) return null;
    const [a, ...others] = this.letters;
    if (a !== undefined && others.length === 0 && ['A', 'A1', 'A2', 'I', 'J', 'K'].includes(a)) return null;
    if (area !== 'health' && area !== 'social care') return area;
    return this.letters.includes('E') ? area : null;
  }

  // A line that only says what comes next: `Strengths`, `Needs:`, `My views`.
  #enter({ text, from, styled }: Line): boolean {
    if (!styled && !text.endsWith(':') && text.split(' ').length > 4) return false;
    const sub = this.letters.length > 0 && this.letter !== 'A' ? subOf(text) : null;
    const field = sub === null && (styled || text.endsWith(':')) ? labelled(text, this.letter) : null;
    if (sub === null && field === null) return false;
    this.#sub = sub;
    this.#field = field;
    this.#gathering.ignore(text, from, 'A heading within its section');
    return true;
  }

  #labelled({ text, from }: Line): boolean {
    const parts = labelAndRest(text);
    if (parts === null) return false;
    const place = this.#placeOfLabel(parts.label);
    if (place === null) return false;
    this.#gathering.ignore(parts.label, from, 'It says what comes after it');
    this.#gathering.take({ text: parts.rest, from }, verdictOf(place));
    return true;
  }

  #placeOfLabel(label: string): Place | string | null {
    const field = labelled(label, this.letter);
    if (field !== null) return { kind: 'field', field };
    if (this.letter === null || ['A', 'A1', 'A2', 'I', 'J', 'K'].includes(this.letter)) return null;
    const sub = subOf(label.replace(/\s*\d+\s*:$/, ''));
    if (sub !== null) return this.#placeAs(sub);
    const column = columnOf(label, false);
    const { provision, outcome } = this.#last;
    const [area, section] = [this.area, this.#section()];
    if (area === null || column === null) return null;
    if (column.kind === 'provision' && column.part !== 'what' && provision !== '' && section !== null)
      return { kind: 'provision', area, section, row: provision, part: column.part };
    if (column.kind === 'outcome' && column.part !== 'text' && outcome !== '')
      return { kind: 'outcome', area, row: outcome, part: column.part };
    return null;
  }

  #placeHere(): Place | string {
    if (this.#sub !== null) return this.#placeAs(this.#sub);
    switch (this.letter) {
      case 'A1':
        return { kind: 'field', field: 'A1' };
      case 'A':
      case 'A2':
        return { kind: 'field', field: 'A2 views' };
      case 'B':
      case 'C':
      case 'D':
        return this.#placeAs('need');
      case 'E':
        return this.#placeAs('outcome');
      case 'F':
      case 'G':
      case 'H':
      case 'H1':
      case 'H2':
        return this.#placeAs('provision');
      case 'I':
      case 'J':
        return { kind: 'field', field: this.letter };
      case 'K':
        return { kind: 'advice', row: this.#gathering.newRow('advice'), part: 'from' };
      case null:
        return this.letters.length === 0
          ? 'It stands before the first section'
          : `Sections ${this.letters.join(', ')} stand together, and nothing says which this is of`;
    }
  }

  #placeAs(sub: Sub): Place | string {
    const { area } = this;
    if (area === null) return `${this.#sectionWords()} names no area of need above this`;
    if (sub === 'strengths') return { kind: 'strengths', area };
    if (sub === 'need') return { kind: 'need', area, row: this.#gathering.newRow('need'), part: 'text' };
    if (sub === 'outcome') {
      this.#last.outcome = this.#gathering.newRow('outcome');
      return { kind: 'outcome', area, row: this.#last.outcome, part: 'text' };
    }
    const section = this.#section();
    if (section === null) return 'Nothing says whether this is of Section H1 or H2';
    this.#last.provision = this.#gathering.newRow('provision');
    return { kind: 'provision', area, section, row: this.#last.provision, part: 'what' };
  }

  #section() {
    return sectionFor(this.area, this.letters);
  }

  #sectionWords(): string {
    return this.letters.length === 1
      ? `Section ${this.letters.join('')}`
      : `Sections ${this.letters.join(', ')}`;
  }
}

/** Where it goes; or, in words, why that cannot be told. */
function verdictOf(place: Place | string): Verdict {
  return typeof place === 'string' ? { left: place } : { place };
}

/** The section of provision in an area; null where it may be either of two. */
export function sectionFor(
  area: AreaName | null,
  letters: readonly Letter[],
): 'F' | 'G' | 'H1' | 'H2' | null {
  if (area === 'health') return 'G';
  if (area !== 'social care') return 'F';
  const told = (['H1', 'H2'] as const).filter((section) => letters.includes(section));
  return told.length === 1 ? (told[0] ?? null) : null;
}

/** Sections C and G are health’s alone, and D and H social care’s. */
function impliedArea(letters: readonly Letter[]): AreaName | null {
  if (letters.includes('B') || letters.includes('F')) return null;
  if (letters.includes('C') || letters.includes('G')) return 'health';
  return letters.some((letter) => letter === 'D' || letter.startsWith('H')) ? 'social care' : null;
}

function subOf(text: string): Sub | null {
  const plain = folded(text);
  return SUBS.find(([like]) => like.test(plain))?.[1] ?? null;
}
