import type { Place, Variant } from '../../law/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/* Whom the Regulations have an authority tell beside the family that it considers an assessment, and of its decision. */

export const OFFICES = ['commissioning body', 'social care', 'setting'] as const;
export type Office = (typeof OFFICES)[number];
/** Those an authority names once for all; the setting is each child's own. */
export const BODIES = ['commissioning body', 'social care'] as const satisfies readonly Office[];
export type BodyOffice = (typeof BODIES)[number];

export const OFFICE_WORDS = {
  'commissioning body': 'the responsible commissioning body',
  'social care': 'the authority’s social care',
  setting: 'the head teacher, the principal or the early years provider',
} as const satisfies Record<Office, string>;

export const NOTICES = ['considering', 'decision'] as const;
export type Notice = (typeof NOTICES)[number];

export const NOTICE_LAW = {
  considering: 'SEND Regulations 2014, reg. 4(2)',
  decision: 'SEND Regulations 2014, reg. 5(2)',
} as const satisfies Record<Notice, string>;

/** Who was told of what, by the service's letter or, where `how` says so, by staff. */
export type Told = {
  notice: Notice;
  office: Office;
  name: string;
  organisationId: Uuid | null;
  letterId: Uuid | null;
  how: string | null;
  on: PlainDate;
  by: string;
};

/** Where the service can write to somebody: an organisation's inbox, or an email address. */
export type Way =
  | { name: string; organisationId: Uuid; email: null }
  | { name: string; organisationId: null; email: string };

/** The setting as the child's file has it, with how it is reached by hand where it has no inbox here. */
export type AttendedSetting = { name: string; organisationId: Uuid | null; reach: string };

export type NoticeFacts = {
  variant: Variant;
  place: Place | null;
  fileOpened: boolean;
  withdrawnOn: PlainDate | null;
  decision: object | null;
  told: readonly Told[];
  bodies: Readonly<Record<BodyOffice, Way | null>>;
  setting: AttendedSetting | null;
};

/** One to be told now: the way to write to them, or why the service cannot and what to do. */
export type ToTell = { notice: Notice; office: Office } & (
  | { way: Way; todo: null }
  | { way: null; todo: string }
);

/**
 * Whom the law has told now and who has not been: of the considering until it is decided, of the decision from then on. Who was
 * told of the first is told of the second, wherever the child is by then. Nothing waits for any of it.
 */
export function toTell(facts: NoticeFacts): ToTell[] {
  if (!facts.fileOpened || (facts.withdrawnOn !== null && facts.decision === null)) return [];
  const notice = facts.decision === null ? 'considering' : 'decision';
  return OFFICES.filter((office) => !isTold(facts, notice, office)).flatMap<ToTell>((office) => {
    const found = facts.variant === 'custody' ? IN_CUSTODY : wayTo(facts, notice, office);
    if (found === null) return [];
    return typeof found === 'string'
      ? [{ notice, office, way: null, todo: found }]
      : [{ notice, office, way: found, todo: null }];
  });
}

// The Regulations of 2015 have their own notices, and which they are this project has not read.
const IN_CUSTODY =
  'Other regulations hold for somebody who is detained (SI 2015/62). Check there whom to tell, and tell them yourself';

function isTold({ told }: NoticeFacts, notice: Notice, office: Office): boolean {
  return told.some((one) => one.notice === notice && one.office === office);
}

function wayTo(facts: NoticeFacts, notice: Notice, office: Office): Way | string | null {
  const before = facts.told.find((one) => one.office === office && one.notice !== notice);
  if (before !== undefined && before.how !== null)
    return `You told ${before.name} yourself that you were considering it. Tell them of the decision too`;
  if (before !== undefined && before.organisationId !== null)
    return { name: before.name, organisationId: before.organisationId, email: null };
  if (office === 'setting') return wayToSetting(facts);
  return facts.bodies[office] ?? NOT_NAMED;
}

const NOT_NAMED = 'Nobody is named. An administrator names them under Staff; then tell them here';

function wayToSetting({ setting, place }: NoticeFacts): Way | string | null {
  if (setting === null) {
    // Nobody is head of a home.
    if (place === 'at home' || place === 'home educated') return null;
    return 'No nursery, school or college is recorded. Record the setting on the child’s file; then tell them here';
  }
  const { name, organisationId, reach } = setting;
  if (organisationId !== null) return { name, organisationId, email: null };
  return `${name} has no inbox here. Write to them${reach === '' ? '' : `: ${reach}`}`;
}

type Naming = { office: BodyOffice; organisationId: string; name: string; email: string };

/** Names whom to tell: an organisation of the right kind that has an inbox here, or else a name with an email address. */
export function nameBody(
  { office, organisationId, name, email }: Naming,
  organisations: readonly { id: Uuid; name: string; office: BodyOffice }[],
): Result<Way> {
  if (organisationId !== '') {
    const chosen = organisations.find((one) => one.id === organisationId && one.office === office);
    if (chosen === undefined)
      return refused('organisationId', `Select an organisation that is ${OFFICE_WORDS[office]}`);
    return accepted({ name: chosen.name, organisationId: chosen.id, email: null });
  }
  if (name === '') return refused('name', 'Select an organisation, or enter the name of one');
  if (!/^\S+@\S+\.\S+$/.test(email)) return refused('email', 'Enter an email address, like name@example.com');
  return accepted({ name, organisationId: null, email });
}
