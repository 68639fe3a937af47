import { compulsorySchoolAgeEnd, rightsHolder, schoolYearsBeginning } from '../../law/index.ts';
import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Capacity is about one decision, not about a person: the kinds of decision there are in this service. */
export const DECISIONS = [
  'asking for an assessment',
  'taking part in the assessment',
  'the plan and its setting',
  'mediation and appeals',
] as const;
export type Decision = (typeof DECISIONS)[number];

export type CapacityAssessment = {
  id: Uuid;
  /** The parent it is about; null for the young person. */
  parentId: Uuid | null;
  decision: Decision;
  hasCapacity: boolean;
  assessedOn: PlainDate;
  assessedBy: string;
  reasons: string;
  recordedBy: string;
};

export const REPRESENTATIVES = ['deputy', 'attorney'] as const;

export type Representative = {
  id: Uuid;
  contactId: Uuid;
  /** The parent they act for; null for the young person. */
  parentId: Uuid | null;
  kind: (typeof REPRESENTATIVES)[number];
  paperSeen: string;
  fromOn: PlainDate;
  untilOn: PlainDate | null;
  recordedBy: string;
};

/** What the young person said of their parents staying involved. */
export type Wish = { involved: boolean; saidOn: PlainDate; how: string; recordedBy: string };

/** What is recorded about a child or young person; of assessments, the latest first. */
export type RightsFacts = {
  bornOn: PlainDate;
  /** The days on which school years begin, where the authority has said; any other begins on 1 September. */
  schoolYears: readonly PlainDate[];
  assessments: readonly CapacityAssessment[];
  representatives: readonly Representative[];
  wish: Wish | null;
};

export type Rights = {
  /** The last day of compulsory school age: to its end the parent holds the rights. */
  lastDay: PlainDate;
  holder: 'parent' | 'young person';
  /** Who makes this decision: the holder; or, for a young person who lacks capacity, a representative or else the parent. */
  acts: 'parent' | 'young person' | 'representative';
  /** The contacts who are the representative, where one acts. */
  representatives: readonly Uuid[];
  /** The parents found unable to make this decision, each with who acts for them; nobody where nobody is recorded. */
  unable: readonly { parentId: Uuid; representatives: readonly Uuid[] }[];
  /** The assessment that says they lack capacity, where one does. */
  because: CapacityAssessment | null;
  /** The young person's wish: null where they have not said. */
  parentsInvolved: boolean | null;
};

/** The last day on which the parent holds the rights (Education Act 1996, s. 8(3)). */
export function lastDayOfParents({ bornOn, schoolYears }: Pick<RightsFacts, 'bornOn' | 'schoolYears'>) {
  return compulsorySchoolAgeEnd(bornOn, schoolYearsBeginning(schoolYears));
}

/**
 * Who holds the rights on a day, and who makes one kind of decision: the parent to the end of compulsory school age, then
 * the young person (Children and Families Act 2014, s. 83(2)), whose capacity is assumed until an assessment of that very
 * decision says otherwise (Mental Capacity Act 2005, s. 1(2)). Then a representative acts, or the parent where there is
 * none (s. 80; SEND Regulations 2014, reg. 64); and for a parent who lacks it, theirs (reg. 63). The one answer that letters,
 * plans and pages rest on.
 */
export function rightsOn(facts: RightsFacts, decision: Decision, day: PlainDate): Rights {
  const lastDay = lastDayOfParents(facts);
  const holder = rightsHolder(facts.bornOn, day, schoolYearsBeginning(facts.schoolYears));
  const known = {
    lastDay,
    holder,
    parentsInvolved: facts.wish?.involved ?? null,
    unable: parentsUnable(facts, decision, day),
  };
  const latest = latestOf(facts, { of: null, decision, day });
  if (holder === 'parent' || latest === undefined || latest.hasCapacity) {
    return { ...known, acts: holder, representatives: [], because: null };
  }
  const representatives = actingFor(facts, null, day);
  const acts = representatives.length > 0 ? 'representative' : 'parent';
  return { ...known, acts, representatives, because: latest };
}

function latestOf(
  { assessments }: RightsFacts,
  { of, decision, day }: { of: Uuid | null; decision: Decision; day: PlainDate },
): CapacityAssessment | undefined {
  return assessments.find((one) => one.parentId === of && one.decision === decision && one.assessedOn <= day);
}

function actingFor({ representatives }: RightsFacts, of: Uuid | null, day: PlainDate): Uuid[] {
  return representatives
    .filter(({ parentId }) => parentId === of)
    .filter(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day <= untilOn))
    .map(({ contactId }) => contactId);
}

function parentsUnable(facts: RightsFacts, decision: Decision, day: PlainDate): Rights['unable'] {
  const assessed = new Set(facts.assessments.flatMap(({ parentId }) => parentId ?? []));
  return [...assessed]
    .filter((of) => latestOf(facts, { of, decision, day })?.hasCapacity === false)
    .map((parentId) => ({ parentId, representatives: actingFor(facts, parentId, day) }));
}

/** The first day on which the young person holds the rights. */
export function firstDayOfYoungPerson(lastDay: PlainDate): PlainDate {
  return addDays(lastDay, 1);
}

type OnFile = { id: Uuid; relationship: string; restricted: boolean };

/** Whether a contact is the young person themself. */
export function isThemself({ relationship }: Pick<OnFile, 'relationship'>): boolean {
  return /^(the )?young person$/i.test(relationship.trim());
}

/** Whether the young person can be written to themself. */
export function canBeTold(contacts: readonly OnFile[]): boolean {
  return contacts.some((contact) => isThemself(contact) && !contact.restricted);
}

/**
 * Whom letters about a decision go to, of those on the file. While the parent holds the rights: everybody. Once the young
 * person does: they, whoever acts for them, and the parents where they act, where the young person wants them involved, or
 * where nobody else could be told at all. Never the safe-contact rule's answer, which every letter is asked besides.
 */
export function whoIsTold<C extends OnFile>(rights: Rights, contacts: readonly C[]): C[] {
  if (rights.holder === 'parent') return [...contacts];
  const parentsToo =
    rights.acts === 'parent' || rights.parentsInvolved === true || !somebodyElse(rights, contacts);
  return contacts.filter(
    (contact) => parentsToo || isThemself(contact) || rights.representatives.includes(contact.id),
  );
}

/**
 * Whether a contact is one who makes the decision. Everybody on the file but the young person is taken for a parent:
 * several may each be one, by responsibility or by care (Education Act 1996, s. 576). For one who was found unable to make
 * the decision their representative makes it.
 */
export function decides(rights: Rights, contact: Pick<OnFile, 'id' | 'relationship'>): boolean {
  switch (rights.acts) {
    case 'parent':
      return (
        (!isThemself(contact) && !rights.unable.some(({ parentId }) => parentId === contact.id)) ||
        rights.unable.some(({ representatives }) => representatives.includes(contact.id))
      );
    case 'young person':
      return isThemself(contact);
    case 'representative':
      return rights.representatives.includes(contact.id);
  }
}

/** Whether a contact may follow the case by an account or a code: a parent may unless the young person says otherwise. */
export function mayFollow(rights: Rights, contact: Pick<OnFile, 'id' | 'relationship'>): boolean {
  if (isThemself(contact) || rights.representatives.includes(contact.id)) return true;
  return rights.holder === 'parent' || rights.acts === 'parent' || rights.parentsInvolved !== false;
}

function somebodyElse({ representatives }: Rights, contacts: readonly OnFile[]): boolean {
  return (
    canBeTold(contacts) || contacts.some(({ id, restricted }) => !restricted && representatives.includes(id))
  );
}
