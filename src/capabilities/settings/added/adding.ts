import { parsePostcode } from '../../../shared/identifiers.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { isBefore } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import { type Added, type AddedKind, agesFit, OFSTED_NUMBER } from './added-layout.ts';

/** A setting without a URN as a form gives it, each answer as it was typed. */
export type AddingForm = {
  kind: string;
  name: string;
  postcode: string;
  ofstedNumber: string;
  ukprn: string;
  ageFrom: string;
  ageTo: string;
  phone: string;
  website: string;
};

export const KIND_WORDS = {
  nursery: 'Nursery or pre-school',
  childminder: 'Childminder',
  college: 'College',
  'specialist post-16': 'Specialist post-16 institution',
  'alternative provision': 'Alternative provision that is no school',
  other: 'Other',
} as const satisfies Record<AddedKind, string>;

export const KINDS: readonly AddedKind[] = [
  'nursery',
  'childminder',
  'college',
  'specialist post-16',
  'alternative provision',
  'other',
];

/** What is to be put on the register. Refuses one without a kind, a name or a whole postcode, and numbers and ages that cannot be. */
export function readAdding(form: AddingForm, authority: number): Result<Added> {
  const kind = KINDS.find((one) => one === form.kind);
  if (kind === undefined) return refused('kind', 'Select what kind of setting it is');
  const name = form.name.trim();
  if (name === '') return refused('name', 'Enter its name');
  if (name.length > 300) return refused('name', 'Its name must be 300 characters or fewer');
  const postcode = parsePostcode(form.postcode);
  if (postcode === null) return refused('postcode', 'Enter its whole postcode, like SW1A 2AA');
  const ofstedNumber = form.ofstedNumber.trim().toUpperCase();
  if (ofstedNumber !== '' && !OFSTED_NUMBER.test(ofstedNumber))
    return refused('ofstedNumber', 'Enter the Ofsted number as letters and digits, like EY123456');
  const ukprn = form.ukprn.trim();
  if (ukprn !== '' && !/^1\d{7}$/.test(ukprn))
    return refused('ukprn', 'Enter the UKPRN as 8 digits that begin with 1');
  const [ageFrom, ageTo] = [ageOf(form.ageFrom), ageOf(form.ageTo)];
  if (ageFrom === 'no age') return refused('ageFrom', 'Enter the lowest age in whole years, from 0 to 25');
  if (ageTo === 'no age' || !agesFit(ageFrom, ageTo))
    return refused('ageTo', 'Enter the highest age in whole years, from 0 to 25, not below the lowest');
  const website = form.website.trim();
  if (website !== '' && !/^(https?:\/\/)?[^\s/]+\.[^\s]+$/i.test(website))
    return refused('website', 'Enter its website, like www.example.org');
  return accepted({
    ...{ kind, name, postcode, authority, ageFrom, ageTo },
    ofstedNumber: orNull(ofstedNumber),
    ukprn: orNull(ukprn),
    phone: orNull(form.phone.trim()),
    website: orNull(website),
  });
}

export type Closing = { closedOn: PlainDate | null; words: string };

/** That a setting is there no longer. Refuses no day or one to come, and no reason, which staff read later. */
export function readClosing(
  { closedOn, words }: Closing,
  today: PlainDate,
): Result<{ closedOn: PlainDate; words: string }> {
  if (closedOn === null)
    return refused('closedOn', 'Enter the day it closed, or that you found it was not there');
  if (isBefore(today, closedOn)) return refused('closedOn', 'The day must be today or earlier');
  return words === ''
    ? refused('words', 'Enter how you know that it is there no longer')
    : accepted({ closedOn, words });
}

function ageOf(typed: string): number | null | 'no age' {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d{1,2}$/.test(text) && Number(text) <= 25 ? Number(text) : 'no age';
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
