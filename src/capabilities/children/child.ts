import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** A child or young person on an authority's file. */
export type Child = {
  authorityId: number;
  id: Uuid;
  givenNames: string;
  familyName: string;
  preferredName: string | null;
  bornOn: PlainDate;
  upn: string | null;
  addressLines: readonly string[];
  postcode: string | null;
  settingId: Uuid | null;
};

export type NewChild = Omit<Child, 'authorityId' | 'id'> & { id: Uuid };

/** A parent, carer, or the young person themself, as the file has them. */
export type Contact = {
  id: Uuid;
  childId: Uuid;
  name: string;
  relationship: string;
  email: string | null;
  phone: string | null;
  addressLines: readonly string[];
  postcode: string | null;
  parentalResponsibility: boolean;
  restricted: boolean;
  prefers: 'email' | 'text' | 'post';
};

export type NewContact = Omit<Contact, 'restricted'>;

/** What a child is called: the name they prefer, or their given names, and the family name. */
export function fullName(child: {
  givenNames: string;
  familyName: string;
  preferredName?: string | null;
}): string {
  return `${child.preferredName ?? child.givenNames} ${child.familyName}`;
}

/** What is known of a child before anyone has said which file they are on. */
export type Stated = Pick<Child, 'givenNames' | 'familyName' | 'bornOn' | 'upn' | 'postcode'>;

/**
 * Why a child already on file may be the one a request is about, in words for the person who has to tell; empty when
 * nothing but chance connects them. A different birth date with the same UPN still counts: one of them is wrong.
 */
export function reasonsToThinkSame(stated: Stated, known: Stated): string[] {
  const reasons: string[] = [];
  if (stated.upn !== null && stated.upn === known.upn) reasons.push('same unique pupil number');
  const sameBirth = stated.bornOn === known.bornOn;
  const sameFamily = sameWords(stated.familyName, known.familyName);
  const sameGiven = sameWords(firstWord(stated.givenNames), firstWord(known.givenNames));
  if (sameBirth && sameFamily)
    reasons.push(sameGiven ? 'same name and date of birth' : 'same family name and date of birth');
  if (sameBirth && sameGiven && !sameFamily) reasons.push('same given name and date of birth');
  const samePostcode =
    stated.postcode !== null && known.postcode !== null && sameWords(stated.postcode, known.postcode);
  if (samePostcode && (sameBirth || (sameFamily && sameGiven))) reasons.push('same postcode');
  return reasons;
}

function firstWord(text: string): string {
  return text.trim().split(/\s+/)[0] ?? '';
}

function sameWords(a: string, b: string): boolean {
  return fold(a) !== '' && fold(a) === fold(b);
}

// Case, spaces, hyphens and accents are how the same name comes to be written twice.
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
