import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { type Statement, statementsOf, TITLES } from '../comparing/statements.ts';
import { references } from '../links.ts';
import type { Source } from '../plan.ts';
import { namesIn } from '../rendering/rows.ts';
import type { PlanView } from '../rendering/view.ts';
import { type Marked, markWords } from './marks.ts';

export type Party = 'family' | 'authority';

/** A change one party would have made to one field of a plan as issued. */
export type Proposal = {
  id: Uuid;
  party: Party;
  /** The field's place in the plan, which does not change once it is issued. */
  at: string;
  words: string;
  /** The report or advice it rests on, where one is cited. */
  source: Source | null;
  by: string;
  on: PlainDate;
  agreedOn: PlainDate | null;
};

export type WorkingField = {
  at: string;
  place: number;
  label: string;
  original: string;
  words: readonly Marked[];
};
export type WorkingStatement = Pick<Statement, 'section' | 'area' | 'name'> & {
  fields: readonly WorkingField[];
};
/** What one change rests on: `number` stands after each of its words. */
export type Footnote = { number: number; proposal: Proposal; cites: string | null };
export type WorkingDocument = { statements: readonly WorkingStatement[]; footnotes: readonly Footnote[] };

/** Links between rows, and what they come from, are not words that a party would have otherwise. */
const NOT_WORDS = new Set(['Meets', 'Through', 'Comes from']);
const WITHOUT = /^(Personal details|Main contacts|Services currently involved|Section K:)/;

/**
 * An issued plan from Section A to J with what each party would change, marked after the tribunal's key. Of one party's
 * proposals for one field the last stands; one that was agreed stays agreed beside a later one.
 */
export function workingDocument(view: PlanView, proposals: readonly Proposal[]): WorkingDocument {
  const names = references(view.content);
  const sources = namesIn(view.content, view.citations);
  const standing = standingAmong(proposals);
  let place = 0;
  const statements = statementsOf(view, (id) => names.get(id) ?? '')
    .filter(({ section }) => !WITHOUT.test(section))
    .map(({ key, section, area, name, fields }) => ({
      section,
      area,
      name,
      fields: fields
        .filter(({ label }) => !NOT_WORDS.has(label))
        .map(({ label, text }, nth): WorkingField => {
          const at = `${key}/${nth}/${label}`;
          const here = standing.filter((one) => one.at === at);
          place += 1;
          return { at, place, label, original: text, words: markWords(text, here.map(proposed)) };
        }),
    }));
  const all = withNewRows(withEverySection(statements), proposals, standing, place);
  const used = all.flatMap(({ fields }) => fields.flatMap(({ words }) => words.flatMap(({ from }) => from)));
  const footnotes = [...new Set(used)].flatMap((id, at) =>
    standing
      .filter((one) => one.id === id)
      .map((proposal) => ({
        number: at + 1,
        proposal,
        cites: proposal.source === null ? null : sources.source(proposal.source),
      })),
  );
  return { statements: all, footnotes };
}

// What an appeal would put into a section that says nothing has its place there all the same: A to J each stand in it.
function withEverySection(statements: readonly WorkingStatement[]): WorkingStatement[] {
  const titles: readonly string[] = Object.values(TITLES);
  const empty = titles
    .filter((title) => statements.every(({ section }) => section !== title))
    .map((section): WorkingStatement => ({ section, area: '', name: '', fields: [] }));
  const after = ({ section }: WorkingStatement) => /^Section [IJ]:/.test(section);
  const rank = (one: WorkingStatement) => (after(one) ? titles.length : titles.indexOf(one.section));
  return [...statements, ...empty].sort((one, other) => rank(one) - rank(other));
}

/** The section whose letter this is, where it holds rows. */
export function sectionLettered(letter: string): string | undefined {
  return Object.entries(TITLES).find(([known]) => known === letter)?.[1];
}

/** The letter a section of rows goes by in an address. */
export function letterOf(section: string): string | undefined {
  return Object.entries(TITLES).find(([, title]) => title === section)?.[0];
}

const NEW = 'new/';

/** The place of a row that a party would put in, in its section: it is no field of the plan as issued. */
export function newRowAt(section: string, id: Uuid): string {
  return `${NEW}${section}/${id}`;
}

export function isNewRowIn(at: string, section: string): boolean {
  return at.startsWith(`${NEW}${section}/`);
}

// At the end of its section. Their places come after the plan's own and go on in the order they were proposed in.
function withNewRows(
  statements: readonly WorkingStatement[],
  proposals: readonly Proposal[],
  standing: readonly Proposal[],
  last: number,
): WorkingStatement[] {
  const places = [...new Set(proposals.map(({ at }) => at).filter((at) => at.startsWith(NEW)))];
  return statements.flatMap((statement, nth) => {
    const { section } = statement;
    if (statements[nth + 1]?.section === section) return [statement];
    const rows = places
      .filter((at) => isNewRowIn(at, section))
      .map((at): WorkingStatement => {
        const words = markWords('', standing.filter((one) => one.at === at).map(proposed));
        const field = { at, place: last + 1 + places.indexOf(at), label: '', original: '', words };
        return { section, area: '', name: 'New row', fields: [field] };
      });
    return [statement, ...rows];
  });
}

function proposed({ id, party, words, agreedOn }: Proposal) {
  return { id, words, mark: agreedOn === null ? party : ('agreed' as const) };
}

function standingAmong(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(
    (one, place) =>
      !proposals
        .slice(place + 1)
        .some(
          (later) =>
            later.at === one.at &&
            later.party === one.party &&
            (one.agreedOn === null || later.agreedOn !== null),
        ),
  );
}
