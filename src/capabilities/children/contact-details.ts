import type { Format, Preferences } from '../../platform/notifications/index.ts';
import { type Refusal, refused } from '../../shared/result.ts';
import type { Contact } from './child.ts';
import { type Described, reachable } from './person.ts';

/** How somebody on a file is known and reached. */
export type Details = Described & Preferences;

/** What the person may change themself; the rest is what staff checked. */
export type OwnDetails = Omit<Details, 'name' | 'relationship' | 'parentalResponsibility'>;

/** One change of somebody's details: only what was changed, as it was and as it became. */
export type ContactChange = {
  version: number;
  was: Partial<Details>;
  became: Partial<Details>;
  byKind: 'staff' | 'family';
  by: string;
  why: string | null;
  at: Date;
};

export type DetailsRefused = Refusal & { overtakenBy?: string };
export type Changed = { was: Partial<Details>; became: Partial<Details> };

/** Changed details, or null where nothing is changed; somebody else's change since the form was opened is shown first. */
export function changeDetails(
  now: Details & { version: number },
  asked: { details: Partial<Details>; version: number },
  changes: readonly ContactChange[],
): { ok: true; value: Changed | null } | DetailsRefused {
  const next: Details = { ...now, ...asked.details };
  const allowed = reachable(next);
  if (!allowed.ok) return allowed;
  const fields = DETAIL_FIELDS.filter((field) => !same(now[field], next[field]));
  if (fields.length === 0) return { ok: true, value: null };
  if (asked.version !== now.version) {
    const by = changes.findLast(({ version }) => version === now.version)?.by ?? 'Somebody else';
    const message = `${by} changed these details while you were writing. Read what they are now, then save again to put yours in their place`;
    return { ...refused('prefers', message), overtakenBy: by };
  }
  return { ok: true, value: { was: only(now, fields), became: only(next, fields) } };
}

/** Of what was changed for somebody on one file, what was the same on another, and changes there too. */
export function carriedTo(there: Details, { was, became }: Changed): Partial<Details> {
  return only(
    { ...there, ...became },
    DETAIL_FIELDS.filter((field) => {
      const before = was[field];
      return field in became && before !== undefined && same(there[field], before);
    }),
  );
}

/** Whether letters reach somebody the same way, and read the same, on two files. */
export function sameReach(one: OwnDetails, other: OwnDetails): boolean {
  return OWN_FIELDS.every((field) => same(one[field], other[field]));
}

const OWN_FIELDS = [
  'prefers',
  'email',
  'phone',
  'addressLines',
  'postcode',
  'format',
  'language',
  'interpreter',
  'bsl',
] as const satisfies readonly (keyof OwnDetails)[];

const ASKED_FOR = [
  'format',
  'language',
  'interpreter',
  'bsl',
] as const satisfies readonly (keyof Preferences)[];

// Letters as usual, in English, without an interpreter: nothing was asked for, and nothing recorded is undone by it.
const NOTHING: Preferences = { format: 'standard', language: null, interpreter: null, bsl: false };

/** What somebody asked for on another record of the child, and nobody has recorded on this one. */
export function askedElsewhere(here: Preferences, elsewhere: Preferences): Partial<Details> {
  const added = ASKED_FOR.filter(
    (field) => here[field] === NOTHING[field] && elsewhere[field] !== NOTHING[field],
  );
  return Object.fromEntries(added.map((field) => [field, elsewhere[field]]));
}

/** Where two records of one person ask for different things, in words for staff: neither is put in place of the other. */
export function sayWhereTheyDiffer(one: Preferences, other: Preferences): string[] {
  return ASKED_FOR.filter(
    (field) =>
      one[field] !== NOTHING[field] && other[field] !== NOTHING[field] && one[field] !== other[field],
  ).map(
    (field) =>
      `${DETAIL_WORDS[field]}: ${sayDetail(one[field])} on one record, ${sayDetail(other[field])} on another`,
  );
}

const DETAIL_FIELDS = [
  'name',
  'relationship',
  'parentalResponsibility',
  ...OWN_FIELDS,
] as const satisfies readonly (keyof Details)[];

const DETAIL_WORDS = {
  name: 'Name',
  relationship: 'Relationship',
  parentalResponsibility: 'Parental responsibility',
  prefers: 'How we write',
  email: 'Email address',
  phone: 'Telephone number',
  addressLines: 'Address',
  postcode: 'Postcode',
  format: 'Format',
  language: 'Language of letters',
  interpreter: 'Interpreter',
  bsl: 'British Sign Language',
} as const satisfies Record<keyof Details, string>;

/** What a change says, a line for each thing changed. */
export function sayChange({ was, became }: Changed): string[] {
  return DETAIL_FIELDS.filter((field) => field in became).map(
    (field) => `${DETAIL_WORDS[field]}: ${sayDetail(was[field])} became ${sayDetail(became[field])}`,
  );
}

/** Whether a change is of how letters reach the person, and not only of how they read. */
export function changesReach({ became }: Changed): boolean {
  return (['prefers', 'email', 'phone', 'addressLines', 'postcode'] as const).some(
    (field) => field in became,
  );
}

export const WAYS = {
  email: 'Email',
  text: 'Text message, and letters by post',
  post: 'Letters by post, and nothing else',
} as const satisfies Record<Contact['prefers'], string>;

export const FORMAT_WORDS = {
  standard: 'As usual',
  'large print': 'Large print',
  'Easy Read': 'Easy Read',
  braille: 'Braille',
  audio: 'Audio',
} as const satisfies Record<Format, string>;

/** How somebody is asked how they are reached and spoken to: staff about them, and they themself. */
export const ASKED_OF = {
  them: {
    prefers: 'How should we write to them?',
    format: 'Which format do they want letters in?',
    language: 'Which language do they want letters in, if not English?',
    interpreter: 'Do they need an interpreter when we speak? In which language?',
    bsl: 'Do they use British Sign Language?',
  },
  you: {
    prefers: 'How should we write to you?',
    format: 'How do you like letters to look?',
    language: 'Which language do you want letters in, if not English?',
    interpreter: 'Do you need an interpreter when we speak? In which language?',
    bsl: 'Do you use British Sign Language (BSL)?',
  },
} as const;

function sayDetail(value: Details[keyof Details] | undefined): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return value.length === 0 ? 'nothing' : value.join(', ');
}

function only(details: Details, fields: readonly (keyof Details)[]): Partial<Details> {
  return Object.fromEntries(fields.map((field) => [field, details[field]]));
}

function same(a: Details[keyof Details], b: Details[keyof Details]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
