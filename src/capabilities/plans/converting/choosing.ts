import { accepted, type Result, refused } from '../../../shared/result.ts';
import { sayNumber } from '../../../shared/words.ts';
import { AREAS } from '../plan.ts';
import {
  ADVICE_PARTS,
  FIELDS,
  MAIN_PART,
  NEED_PARTS,
  OUTCOME_PARTS,
  type Place,
  PROVISION_PARTS,
  provisionSections,
  ROW_LETTERS,
  type RowKind,
} from './place.ts';
import { type Decision, isSameRow, mayServe, type Reviewed, rowsOf } from './review.ts';

/** What a form says of one passage. `where` is a choice of `CHOICES`, or that it is left out. */
export type Chosen = {
  passage: number;
  version: number;
  where: string;
  /** The part of its row; empty for the words the row stands for. */
  part: string;
  /** A row it joins; empty for one of its own. */
  row: string;
  links: string;
  text: string;
  reason: string;
};

export const LEAVE_OUT = 'leave out';
const LONGEST = 20_000;

/**
 * A decision on one passage. Refuses, at the field it is about: nothing said of where it goes; a part its kind of row has not;
 * a row or a link that is not there; nothing left of its words; no reason to leave it out; and one somebody else decided on
 * meanwhile.
 */
export function choose(passages: readonly Reviewed[], chosen: Chosen, by: string): Result<Decision> {
  const passage = passages.find(({ number }) => number === chosen.passage);
  if (passage === undefined) return refused('where', 'Select one of the passages shown');
  if (passage.version !== chosen.version)
    return refused(
      'where',
      `${passage.decidedBy ?? 'Somebody'} decided on this while you were. Look at it again`,
    );
  const made = { passage: passage.number, version: passage.version + 1, text: chosen.text, by };
  if (chosen.text === '') return refused('text', 'Enter what the plan says here, or leave it out');
  if (chosen.text.length > LONGEST)
    return refused('text', `Shorten this to ${sayNumber(LONGEST)} characters or fewer`);
  if (chosen.where === LEAVE_OUT) {
    if (chosen.reason === '') return refused('reason', 'Enter why it is left out');
    if (chosen.reason.length > 2000) return refused('reason', 'Shorten this to 2,000 characters or fewer');
    return accepted({ ...made, text: passage.text, links: [], place: null, leftOut: chosen.reason });
  }
  const others = passages.filter(({ number }) => number !== passage.number);
  const place = placeChosen(passages, chosen);
  if (!place.ok) return place;
  const links = linksChosen(others, place.value, chosen.links);
  return links.ok ? accepted({ ...made, links: links.value, place: place.value, leftOut: null }) : links;
}

function placeChosen(passages: readonly Reviewed[], chosen: Chosen): Result<Place> {
  const whole = placeOf(
    chosen.where,
    chosen.row === '' ? newRow(passages, chosen.where) : chosen.row.toUpperCase(),
  );
  if (whole === null) return refused('where', 'Select where this goes');
  if (!('row' in whole)) return accepted(whole);
  const place = withPart(whole, chosen.part);
  if (place === null || !('row' in place)) return refused('part', 'Select a part that this kind of row has');
  if (chosen.row === '') return accepted(place);
  const row = rowsOf(passages).get(place.row);
  if (row === undefined || !isSameRow(row, place))
    return refused(
      'row',
      `There is no such row there. Leave this empty for a row of its own, or enter one like ${ROW_LETTERS[whole.kind]}1`,
    );
  return accepted(place);
}

/** A place out of a form’s choice; null where it is none. */
function placeOf(where: string, row: string): Place | null {
  const [kind = '', ...rest] = where.split(':');
  const said = rest.join(':');
  if (where === 'advice') return { kind: 'advice', row, part: 'from' };
  if (kind === 'field') {
    const field = fieldsNamed().find((one) => one === said);
    return field === undefined ? null : { kind: 'field', field };
  }
  const area = AREAS.find((one) => one === (kind === 'provision' ? rest.slice(1).join(':') : said));
  if (area === undefined) return null;
  if (kind === 'strengths') return { kind, area };
  if (kind === 'need') return { kind, area, row, part: 'text' };
  if (kind === 'outcome') return { kind, area, row, part: 'text' };
  const section = provisionSections(area).find((one) => one === rest[0]);
  return kind !== 'provision' || section === undefined ? null : { kind, area, section, row, part: 'what' };
}

function withPart(place: Place, part: string): Place | null {
  if (part === '' || !('row' in place) || part === MAIN_PART[place.kind]) return place;
  switch (place.kind) {
    case 'need':
      return isPart(NEED_PARTS, part) ? { ...place, part } : null;
    case 'provision':
      return isPart(PROVISION_PARTS, part) ? { ...place, part } : null;
    case 'outcome':
      return isPart(OUTCOME_PARTS, part) ? { ...place, part } : null;
    case 'advice':
      return isPart(ADVICE_PARTS, part) ? { ...place, part } : null;
  }
}

function isPart<P extends string>(parts: Readonly<Record<P, string>>, part: string): part is P {
  return Object.hasOwn(parts, part);
}

function fieldsNamed(): (keyof typeof FIELDS)[] {
  return Object.keys(FIELDS).filter((one): one is keyof typeof FIELDS => Object.hasOwn(FIELDS, one));
}

// One past the last of its kind, whether or not that still stands: a name is never used again.
function newRow(passages: readonly Reviewed[], where: string): string {
  const kind = kindOf(where);
  if (kind === null) return '';
  const letter = ROW_LETTERS[kind];
  const numbers = passages.flatMap(({ place }) =>
    place !== null && 'row' in place && place.row.startsWith(letter) ? [Number(place.row.slice(1))] : [],
  );
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}

function kindOf(where: string): RowKind | null {
  const [kind] = where.split(':');
  return kind === 'need' || kind === 'provision' || kind === 'outcome' || kind === 'advice' ? kind : null;
}

function linksChosen(others: readonly Reviewed[], place: Place, said: string): Result<string[]> {
  const links = [
    ...new Set(
      said
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter((one) => one !== ''),
    ),
  ];
  if (links.length === 0) return accepted([]);
  if (!('row' in place) || (place.kind !== 'provision' && place.kind !== 'outcome'))
    return refused('links', 'Only provision and outcomes serve other rows. Take this out');
  const rows = rowsOf(others);
  const wrong = links.find((to) => !mayServe(place, rows.get(to)));
  if (wrong === undefined) return accepted(links);
  const what = place.kind === 'provision' ? 'need, like N1,' : 'provision, like P1,';
  return refused('links', `${wrong.slice(0, 20)} is not there. Enter a ${what} of the same area`);
}
