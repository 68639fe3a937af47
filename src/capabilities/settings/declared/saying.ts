import { NEED_TYPES } from '../setting.ts';
import type { Holds, Part } from './declared.ts';
import { ACCESS, codeOf, MOST_PLACES, THERAPIES } from './lists.ts';
import { readPlaces } from './reading-places.ts';
import { type Read, type Typed, wholeNumber, wrong } from './typed.ts';

/* What was typed of one part, read and checked: the same for a page and for the API. */

/** One statement: a part as it is now, or that nothing of what was said has changed. */
export type Saying = SayingOf<Part> | { part: 'nothing has changed' };
export type SayingOf<P extends Part> = { [Q in P]: { part: Q; holds: Holds[Q] } }[P];

const LONGEST_WORDS = 2000;
const OLDEST = 99;

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
