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
