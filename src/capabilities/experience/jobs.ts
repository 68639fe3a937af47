import { recordEvent } from '../../platform/events/index.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import { sendLetter, wayOf } from '../../platform/notifications/index.ts';
import { reachOf } from '../../platform/reach.ts';
import type { Services } from '../../platform/services.ts';
import { addDays, englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Child, type Contact, findChild, fullName } from '../children/index.ts';
import { findRights, listToTell } from '../rights/index.ts';
import { howTold, type Told } from '../updates/index.ts';
import { DECISION_OF, whoIsAsked } from './asked.ts';
import {
  closePast,
  type Due,
  insertInvitation,
  listDue,
  takeTurns,
  wasFamilyAsked,
  wasOrganisationAsked,
} from './asking-store.ts';
import { howItWent } from './letters.ts';
import { listChoices, mayAsk } from './store.ts';
import { OPEN_DAYS } from './survey.ts';

/**
 * Every night: closes what was not answered by its last day, and asks those who were part of a stage that has ended how it went.
 * Each stage is one transaction, with its messages: run twice, or two at once, nobody is asked twice. One that cannot be asked
 * about keeps nobody else waiting, and is tried again. Returns about how many stages somebody was asked.
 */
export async function askHowItWent(services: Services): Promise<number> {
  const authorityId = services.authority.code;
  const system = { kind: 'system', authorityId } as const;
  const inLens = <T>(work: (tx: Tx) => Promise<T>) => withLens(services.database, system, work);
  const today = englishDay(services.now());
  await inLens((tx) => closePast(tx, today));
  const due = await inLens((tx) =>
    listDue(tx, authorityId, { today, after: services.config.surveyAfterDays }),
  );
  let asked = 0;
  let failure: unknown;
  for (const one of due) {
    try {
      if (await inLens((tx) => ask(tx, services, one, today))) asked += 1;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return asked;
}

function ask(tx: Tx, services: Services, due: Due, today: PlainDate): Promise<boolean> {
  const { stage, organisationId } = due;
  if (organisationId !== null) return askOrganisation(tx, services, { ...due, organisationId }, today);
  // Of advice and consultations an organisation alone is asked.
  if (stage === 'advising' || stage === 'consulting') return Promise.resolve(false);
  return askFamily(tx, services, { ...due, stage }, today);
}

async function askFamily(
  tx: Tx,
  services: Services,
  due: Due & { stage: keyof typeof DECISION_OF },
  today: PlainDate,
): Promise<boolean> {
  const { childId, stage, subjectId, endedOn } = due;
  await takeTurns(tx, childId);
  if (await wasFamilyAsked(tx, due, today)) return false;
  const child = await findChild(tx, childId);
  if (child === undefined) return false;
  const decision = DECISION_OF[stage];
  const rights = await findRights(tx, services, { child, decision });
  const told = await listToTell(tx, services, childId, decision);
  const [choices, ways] = [await listChoices(tx, childId), await howTold(tx, childId)];
  let asked = false;
  for (const { contact, kind } of whoIsAsked(rights, told)) {
    if (choices.get(contact.id) === false) continue;
    const { authorityId } = child;
    const closesOn = addDays(today, OPEN_DAYS);
    const to = { child, contact, themself: kind === 'young person', stage, closesOn };
    const letterId = await write(tx, services, to, ways.get(contact.id));
    if (letterId === 'never') continue;
    await insertInvitation(tx, {
      ...{ authorityId, childId, contactId: contact.id, organisationId: null, stage, kind, subjectId },
      ...{ endedOn, askedOn: today, closesOn, letterId },
    });
    asked = true;
  }
  if (asked)
    await recordEvent(tx, {
      ...{ authorityId: child.authorityId, childId, kind: 'asked how it went' },
      ...{ subject: 'stage', subjectId, data: { stage } },
    });
  return asked;
}

type To = {
  child: Child;
  contact: Contact;
  themself: boolean;
  stage: keyof typeof DECISION_OF;
  closesOn: PlainDate;
};

/** Writes to one person the way they chose: null for whoever wants only the letters the law requires; it stands on their page. */
async function write(
  tx: Tx,
  { authority, config }: Services,
  { child, contact, themself, stage, closesOn }: To,
  told: Told | undefined,
): Promise<Uuid | null | 'never'> {
  if (told?.howOften === 'letters only') return null;
  const way = told?.way ?? null;
  const by = wayOf(contact, way);
  const link = `${config.baseUrl}/track`;
  const about = { stage, childName: fullName(child), themself, authority: authority.name };
  const id = await sendLetter(tx, {
    authorityId: child.authorityId,
    childId: child.id,
    to: { kind: 'contact', contact },
    template: 'how it went',
    ...howItWent({ ...about, reach: reachOf(authority), link, closesOn }, by),
    way: way === by ? way : null,
    length: 'short',
  });
  return id ?? 'never';
}

async function askOrganisation(
  tx: Tx,
  services: Services,
  due: Due & { organisationId: Uuid },
  today: PlainDate,
): Promise<boolean> {
  const { organisationId, childId, stage, subjectId, endedOn } = due;
  const authorityId = services.authority.code;
  await takeTurns(tx, organisationId);
  if (await wasOrganisationAsked(tx, due, today)) return false;
  if (!(await mayAsk(tx, authorityId, organisationId))) return false;
  const kind = stage === 'consulting' ? 'school' : 'professional';
  const closesOn = addDays(today, OPEN_DAYS);
  await insertInvitation(tx, {
    ...{ authorityId, childId, contactId: null, organisationId, stage, kind, subjectId },
    ...{ endedOn, askedOn: today, closesOn, letterId: null },
  });
  await recordEvent(tx, {
    ...{ authorityId, childId: null, unseenChildId: childId, kind: 'organisation asked how it went' },
    ...{ subject: 'stage', subjectId, organisationId, data: { stage } },
  });
  return true;
}
