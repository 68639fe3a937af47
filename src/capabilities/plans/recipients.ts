import type { Uuid } from '../../shared/uuid.ts';
import type { Rights } from '../rights/index.ts';
import { CITES, type Cite } from './citations.ts';
import type { MainContact, NamedSetting, Placement, PlanContent, SettingType } from './plan.ts';

/** Someone joined to the child, as the child's file has them. */
export type Party = {
  personId: Uuid;
  name: string;
  role: 'parent' | 'young person' | 'representative';
  /** A court order, a risk, or the young person's own wish: this person is sent nothing. */
  restricted: boolean;
  address: readonly string[];
  email: string | null;
};

export type RecipientFacts = {
  parties: readonly Party[];
  /** Who holds the rights, and who acts: for a young person who lacks capacity, another (reg. 64). */
  rights: Pick<Rights, 'holder' | 'acts'>;
  placement: Placement;
  /** Where to write to each setting named; one that is missing is reported, never skipped in silence. */
  settingAddresses: ReadonlyMap<Uuid, readonly string[]>;
  commissioningBody: { name: string; address: readonly string[] } | null;
};

/** One who is sent the plan: by name, with the reason, and with no address but their own. */
export type Recipient = {
  kind: 'person' | 'setting' | 'commissioning body';
  id: Uuid | null;
  name: string;
  reason: string;
  cite: Cite;
  address: readonly string[];
  email: string | null;
};

/** Who is not sent it, and why; and who should be but cannot be until something is put right. */
export type LeftOut = { name: string; why: string; putRight: boolean };

/**
 * Everyone reg. 13(2) says is sent the final plan: the parent or young person; the governing body, proprietor or principal
 * of each setting named; the responsible commissioning body. Every sender of a plan calls this and no other. A person
 * marked restricted is never among them, whatever their role.
 */
export function planRecipients(facts: RecipientFacts): { recipients: Recipient[]; leftOut: LeftOut[] } {
  const recipients: Recipient[] = [];
  const leftOut: LeftOut[] = [];
  for (const party of facts.parties) {
    const why = whyNotSent(party, facts.rights);
    if (why === null) recipients.push(personRecipient(party));
    else leftOut.push({ name: party.name, why, putRight: false });
  }
  if (!recipients.some(({ kind }) => kind === 'person')) {
    const name = {
      parent: 'A parent',
      'young person': 'The young person',
      representative: 'A representative',
    }[facts.rights.acts];
    leftOut.push({ name, why: 'No one on the file may be sent the plan', putRight: true });
  }
  for (const setting of facts.placement.kind === 'named' ? facts.placement.settings : []) {
    const address = facts.settingAddresses.get(setting.settingId);
    if (address === undefined)
      leftOut.push({ name: setting.name, why: 'No address is recorded', putRight: true });
    else recipients.push(settingRecipient(setting, address));
  }
  const body = facts.commissioningBody;
  if (body === null) {
    leftOut.push({ name: 'The responsible commissioning body', why: 'None is recorded', putRight: true });
  } else {
    const reason = 'The responsible commissioning body';
    recipients.push({
      kind: 'commissioning body',
      id: null,
      ...body,
      reason,
      cite: CITES.finalRecipients,
      email: null,
    });
  }
  return { recipients, leftOut };
}

/**
 * The plan as one recipient may read it. No person is shown another's address, telephone number or email; a body is shown
 * them unless they are withheld. A restricted person's are shown to no one.
 */
export function contentFor<Content extends PlanContent>(
  content: Content,
  recipient: Pick<Recipient, 'kind' | 'id'>,
  parties: readonly Party[],
): Content {
  const restricted = new Set(parties.filter((party) => party.restricted).map(({ personId }) => personId));
  const mayShow = (contact: MainContact) => {
    if (contact.personId !== null && restricted.has(contact.personId)) return false;
    if (recipient.kind === 'person') return contact.personId !== null && contact.personId === recipient.id;
    return !contact.addressWithheld;
  };
  const mainContacts = content.mainContacts.map((contact) =>
    mayShow(contact) ? contact : { ...contact, address: '', email: '', telephone: '' },
  );
  return { ...content, mainContacts };
}

/** Why reg. 13(2) does not have this person sent the plan; null where it does. */
export function whyNotSent(party: Party, { holder, acts }: RecipientFacts['rights']): string | null {
  if (party.restricted) return 'This person is marked restricted and is sent nothing';
  if (party.role === acts) return null;
  if (holder === 'parent') return 'The parent holds the rights until the end of compulsory school age';
  if (acts === 'young person') return 'The young person now holds the rights, and has the plan sent to them';
  const who = acts === 'parent' ? 'the parent' : 'their representative';
  return `The young person was found to lack capacity to decide about the plan: ${who} acts for them`;
}

function personRecipient({ personId, name, role, address, email }: Party): Recipient {
  const reason = {
    parent: 'The child’s parent',
    'young person': 'The young person',
    representative: 'Acts for the young person',
  };
  return {
    kind: 'person',
    id: personId,
    name,
    reason: reason[role],
    cite: CITES.finalRecipients,
    address,
    email,
  };
}

/** Who answers for a setting of each type, in the words of s. 39(8) and reg. 13(2)(b). */
const OFFICE = {
  'maintained school': 'The governing body',
  'maintained nursery school': 'The governing body',
  Academy: 'The proprietor',
  'further education institution': 'The principal',
  'non-maintained special school': 'The proprietor',
  'independent institution approved under section 41': 'The proprietor',
  'pupil referral unit': 'The management committee',
  'hospital special school': 'The governing body',
  'independent school not approved under section 41': 'The proprietor',
  'independent post-16 institution not approved under section 41': 'The principal',
  'early years provider': 'The provider',
  other: 'The proprietor',
} as const satisfies Record<SettingType, string>;

function settingRecipient({ settingId, name, type }: NamedSetting, address: readonly string[]): Recipient {
  const reason = `${OFFICE[type]} of the setting the plan names`;
  return { kind: 'setting', id: settingId, name, reason, cite: CITES.finalRecipients, address, email: null };
}
