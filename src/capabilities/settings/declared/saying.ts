import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Refusal, refused } from '../../../shared/result.ts';
import { NEED_TYPES } from '../setting.ts';
import { readBand } from './bands.ts';
import type { Holds, Part, PlacesLine } from './declared.ts';

/* What was typed of one part, read and checked: the same for a page and for the API. */

/** One statement: a part as it is now, or that nothing of what was said has changed. */
export type Saying = SayingOf<Part> | { part: 'nothing has changed' };
export type SayingOf<P extends Part> = { [Q in P]: { part: Q; holds: Holds[Q] } }[P];

export type Typed = Readonly<Record<string, string>>;
type Errors = Readonly<Record<string, string>>;
/** What was typed, read; or each field that is wrong, with what to do. */
export type Read<T> = { ok: true; value: T } | { ok: false; errors: Errors };

/** The service's own bounds, to catch a slip of a finger: no source gives one. */
export const MOST_PLACES = 2000;
export const MOST_LINES = 24;
const LONGEST_WORDS = 2000;
const OLDEST = 99;

/** The service's own lists of what families ask after most; the setting says the rest in words. */
export const ACCESS = [
  'A way in without steps',
  'Lift to every floor',
  'Accessible toilet',
  'Changing Places toilet',
  'Hoist',
  'Parking near the door',
  'Hearing loop',
  'Quiet room',
  'Sensory room',
] as const;
export const THERAPIES = [
  'Speech and language therapy',
  'Occupational therapy',
  'Physiotherapy',
  'Hydrotherapy',
  'Music therapy',
  'Art therapy',
  'Play therapy',
  'Counselling',
  'Nursing',
] as const;

/** The register's short form of a need: `ASD`. */
export function codeOf(need: string): string {
  return need.slice(0, need.indexOf(' - '));
}

const NEED_CODES = NEED_TYPES.map(codeOf);

const READ: { [P in Part]: (typed: Typed) => Read<Holds[P]> } = {
  places: readPlaces,
  designation: readDesignation,
  ages: (typed) => {
    const errors: Record<string, string> = {};
    const from = wholeNumber(typed, 'from', { most: OLDEST, what: 'the youngest age' }, errors);
    const to = wholeNumber(typed, 'to', { most: OLDEST, what: 'the oldest age' }, errors);
    if (from === null || to === null) return { ok: false, errors };
    return from > to
      ? wrong('to', 'The oldest age must be the same as the youngest, or older')
      : { ok: true, value: { from, to } };
  },
  units: (typed) => {
    const errors: Record<string, string> = {};
    const unit = wholeNumber(
      typed,
      'unit',
      { most: MOST_PLACES, what: 'the places of the SEN unit' },
      errors,
    );
    const resourced = wholeNumber(
      typed,
      'resourced',
      { most: MOST_PLACES, what: 'the places of resourced provision' },
      errors,
    );
    return unit === null || resourced === null
      ? { ok: false, errors }
      : { ok: true, value: { unit, resourced } };
  },
  contact: readContact,
  accessibility: (typed) => readHas(typed, ACCESS),
  therapies: (typed) => readHas(typed, THERAPIES),
};

/** Reads what was typed of one part; or says each field that is wrong, and what to do. */
export function readPart<P extends Part>(part: P, typed: Typed): Read<Holds[P]> {
  return READ[part](typed);
}

function wrong(field: string, message: string): { ok: false; errors: Errors } {
  return { ok: false, errors: { [field]: message } };
}

/** Reads each line that has anything in it; an empty one is no line. */
function readPlaces(typed: Typed): Read<Holds['places']> {
  const errors: Record<string, string> = {};
  const lines: PlacesLine[] = [];
  const said = new Map<string, number>();
  for (let number = 1; number <= MOST_LINES; number += 1) {
    const values = ['band', 'places', 'free'].map((name) => typed[`${name}-${number}`] ?? '');
    const needed = typed[`need-${number}`] ?? '';
    if (needed === '' && values.every((value) => value === '')) continue;
    const line = readLine(typed, number, errors);
    if (line === null) continue;
    const key = JSON.stringify([line.need, line.band, line.from, line.to]);
    const same = said.get(key);
    if (same !== undefined)
      errors[`band-${number}`] =
        `Line ${number} is for the same need and years as line ${same}. Put them together`;
    said.set(key, number);
    lines.push(line);
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return lines.length === 0
    ? wrong('band-1', 'Enter a line of places: with 0 free, if none are')
    : { ok: true, value: { lines } };
}

function readLine(typed: Typed, number: number, errors: Record<string, string>): PlacesLine | null {
  const asked = typed[`need-${number}`] ?? '';
  const need = asked === 'any' ? null : NEED_TYPES.find((one) => codeOf(one) === asked);
  if (need === undefined) errors[`need-${number}`] = `Select the need of line ${number}`;
  const band = readBand(typed[`band-${number}`] ?? '');
  if (band === null)
    errors[`band-${number}`] =
      `Enter the years of line ${number} like “years 7 to 9” or “reception”, or its ages like “ages 16 to 19”`;
  const of = (what: string) => ({ most: MOST_PLACES, what: `${what} of line ${number}` });
  const places = wholeNumber(typed, `places-${number}`, of('the places'), errors);
  const vacancies = wholeNumber(typed, `free-${number}`, of('the free places'), errors);
  if (need === undefined || band === null || places === null || vacancies === null) return null;
  if (vacancies > places) {
    errors[`free-${number}`] = `Line ${number} has more places free than places: check both`;
    return null;
  }
  return { need, ...band, places, vacancies };
}

function readDesignation(typed: Typed): Read<Holds['designation']> {
  const sent = typed['needs'] ?? '';
  if (sent === '') return wrong('needs', 'Select the needs it is designated for, or “None in particular”');
  const codes = sent === 'none' ? [] : ticked(sent, NEED_CODES);
  if (codes === null) return wrong('needs', 'Select needs, or “None in particular”, and not both');
  return { ok: true, value: { needs: NEED_TYPES.filter((need) => codes.includes(codeOf(need))) } };
}

function readContact(typed: Typed): Read<Holds['contact']> {
  const [role = '', email = '', phone = ''] = ['role', 'email', 'phone'].map((name) =>
    (typed[name] ?? '').trim(),
  );
  const errors: Record<string, string> = {};
  if (role === '')
    errors['role'] = 'Enter the post of whoever answers about places, like “Admissions officer”';
  if (role.length > 100) errors['role'] = 'The post must be 100 characters or fewer';
  if (email === '' && phone === '') errors['email'] = 'Enter an email address or a telephone number of work';
  if (email !== '' && (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)))
    errors['email'] = 'Enter an email address in the right form, like office@school.example';
  if (phone !== '' && !/^\+?[\d ()-]{7,30}(?: ?(?:x|ext\.?) ?\d{1,6})?$/i.test(phone))
    errors['phone'] = 'Enter a telephone number, like 01632 960 001';
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: { role, email: email === '' ? null : email, phone: phone === '' ? null : phone },
  };
}

function readHas(typed: Typed, list: readonly string[]): Read<{ has: string[]; words: string | null }> {
  const has = ticked(typed['has'], list);
  const words = typed['words'] ?? '';
  if (has === null) return wrong('has', 'Select from the list, or say it in your own words');
  if (words.length > LONGEST_WORDS) return wrong('words', 'This must be 2,000 characters or fewer');
  return { ok: true, value: { has, words: words === '' ? null : words } };
}

/** What was ticked of a list, in its order: ticked boxes come joined by commas. Null where anything else was sent. */
function ticked(value: string | undefined, list: readonly string[]): string[] | null {
  const sent = (value ?? '').split(',').filter((one) => one !== '');
  return sent.every((one) => list.includes(one)) ? list.filter((one) => sent.includes(one)) : null;
}

function wholeNumber(
  typed: Typed,
  field: string,
  { most, what }: { most: number; what: string },
  errors: Record<string, string>,
): number | null {
  const text = (typed[field] ?? '').trim();
  const number = /^\d{1,6}$/.test(text) ? Number(text) : null;
  if (number !== null && number <= most) return number;
  errors[field] =
    text === ''
      ? `Enter ${what}, or 0`
      : `Enter ${what} as a whole number from 0 to ${most.toLocaleString('en-GB')}`;
  return null;
}

type Speaking = { name: string; closed: boolean; closedOn: PlainDate | null; othersSpeak: boolean };

/** Why nothing may be said of a setting here: the register says that it closed; or, of staff, that its own people say it. */
export function barOf({ name, closed, closedOn, othersSpeak }: Speaking): Refusal | null {
  if (closed) {
    const when = closedOn === null ? '' : ` on ${sayDate(closedOn)}`;
    return refused(
      'barred',
      `The register says that ${name} closed${when}. Say it of the setting that came after it`,
    );
  }
  if (!othersSpeak) return null;
  return refused(
    'barred',
    `Somebody signs in for ${name} and can say this here. Ask them to say it themselves`,
  );
}

/** Refuses a statement of a day to come, and one told on a day before what stands was said. */
export function mayDate(saidOn: PlainDate, latest: PlainDate | null, today: PlainDate): Refusal | null {
  if (saidOn > today) return refused('saidOn', 'The day they told you must be today or before');
  if (latest !== null && saidOn < latest)
    return refused(
      'saidOn',
      `Something later stands, said on ${sayDate(latest)}. Check the day they told you`,
    );
  return null;
}
