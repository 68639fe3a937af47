import type { Preferences } from '../../platform/notifications/index.ts';
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

export type NewChild = Omit<Child, 'authorityId' | 'id'> & {
  id: Uuid;
  uln?: string | null;
  nhsNumber?: string | null;
};

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

/** A new contact; how they asked for things and whether they live elsewhere than the child, where that is known. */
export type NewContact = Omit<Contact, 'restricted'> & Partial<Preferences & { livesElsewhere: boolean }>;

/** What a child is called: the name they prefer, or their given names, and the family name. */
export function fullName(child: {
  givenNames: string;
  familyName: string;
  preferredName?: string | null;
}): string {
  return `${child.preferredName ?? child.givenNames} ${child.familyName}`;
}
