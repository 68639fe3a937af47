import { type Tx, withLens } from '../../platform/lens/index.ts';
import { sendLetter, wayOf } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { addDays, englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { isOver, listCasesOfChild, STEP_WORDS, sayCoverOf, sayWhy, standingOf } from '../casework/index.ts';
import { type Contact, findChild, fullName } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import { nothingChanged, somethingChanged, type Words } from './letters.ts';
import { dueAt, UNCHOSEN, type Way } from './news.ts';
import { listTold, listWithNews, takeNews } from './news-store.ts';
import { claimSilence, listSilences, type Silence } from './quiet-store.ts';
import { addToUpdate, listChoices, listDueUpdates, recordWritten, takeUpdate } from './store.ts';

/**
 * Tells families what has happened: what is an hour old is gathered for each person on the file, and what is due by then,
 * as each of them chose, is written. Run every few minutes; each step is one transaction of its own, so that a run broken
 * off anywhere, or two at once, send nothing twice and leave nothing out. Returns how many messages were written.
 */
export async function tellFamilies(services: Services): Promise<number> {
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  const now = services.now();
  const inLens = <T>(work: (tx: Tx) => Promise<T>) => withLens(services.database, system, work);
  const children = await inLens((tx) => listWithNews(tx, now));
  await each(children, (childId) => inLens((tx) => gather(tx, services, childId)));
  const due = await inLens((tx) => listDueUpdates(tx, now));
  return each(due, (id) => inLens((tx) => writeUpdate(tx, services, id, now)));
}

/**
 * Tells every family that has heard nothing for as many days as the authority promised that nothing has changed, and why;
 * not whoever wants only the letters the law requires. Each silence is told of once. Returns how many families were told.
 */
export async function sayNothingChanged(services: Services): Promise<number> {
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  const today = englishDay(services.now());
  const heardBy = addDays(today, -services.config.quietDays);
  const silences = await withLens(services.database, system, (tx) => listSilences(tx, heardBy));
  return each(silences, (silence) =>
    withLens(services.database, system, (tx) => tellOfSilence(tx, services, silence)),
  );
}

// One that cannot be written keeps nobody else waiting; the job is tried again for it alone.
async function each<T>(list: readonly T[], work: (one: T) => Promise<boolean>): Promise<number> {
  let done = 0;
  let failure: unknown;
  for (const one of list) {
    try {
      if (await work(one)) done += 1;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return done;
}

async function gather(tx: Tx, services: Services, childId: Uuid): Promise<boolean> {
  const now = services.now();
  const news = await takeNews(tx, childId, now);
  if (news.length === 0) return false;
  const told = await listTold(
    tx,
    childId,
    news.map(({ id }) => id),
  );
  const choices = await listChoices(tx, childId);
  const { authorityId } = (await findChild(tx, childId)) ?? {};
  if (authorityId === undefined) return false;
  for (const contact of await listToTell(tx, services, childId, 'taking part in the assessment')) {
    const { howOften, way } = choices.get(contact.id) ?? UNCHOSEN;
    const due = dueAt(howOften, now);
    const kinds = news
      .filter((one) => !knows({ contact, way: wayOf(contact, way) }, one.id, told))
      .map(({ kind }) => kind);
    if (due === null || kinds.length === 0 || contact.restricted) continue;
    await addToUpdate(tx, { authorityId, childId, contactId: contact.id }, kinds, due);
  }
  return true;
}

// A letter goes by post to whoever does not prefer email: an update that is quicker tells them today what it says when it comes.
function knows(
  { contact, way }: { contact: Contact; way: Way },
  newsId: Uuid,
  told: Awaited<ReturnType<typeof listTold>>,
): boolean {
  const slower = contact.prefers !== 'email' && way !== 'post';
  return !slower && told.some((one) => one.newsId === newsId && one.contactId === contact.id);
}

async function writeUpdate(tx: Tx, services: Services, id: Uuid, now: Date): Promise<boolean> {
  const update = await takeUpdate(tx, id);
  if (update === undefined) return false;
  const { authorityId, childId, contactId, kinds } = update;
  const contact = (await listToTell(tx, services, childId, 'taking part in the assessment')).find(
    (one) => one.id === contactId,
  );
  const about = await aboutOf(tx, services, childId);
  const { way } = (await listChoices(tx, childId)).get(contactId) ?? UNCHOSEN;
  const letterId =
    contact === undefined
      ? null
      : await send(
          tx,
          { authorityId, childId, contact, way },
          somethingChanged(kinds, wayOf(contact, way), about),
        );
  await recordWritten(tx, id, letterId, now);
  return letterId !== null;
}

async function tellOfSilence(tx: Tx, services: Services, silence: Silence): Promise<boolean> {
  const { authorityId, childId, since } = silence;
  const today = englishDay(services.now());
  const current = (await listCasesOfChild(tx, childId, 'told')).find(({ step }) => !isOver(step));
  if (current === undefined) return false;
  const choices = await listChoices(tx, childId);
  const toTell = (await listToTell(tx, services, childId, 'taking part in the assessment')).filter(
    ({ id }) => choices.get(id)?.howOften !== 'letters only',
  );
  // No law asks for this. Where nobody wants it the silence goes on, and is told whole to whoever comes to want it.
  if (toTell.length === 0 || !(await claimSilence(tx, silence, today))) return false;
  const standing = await standingOf(tx, current, today);
  const words = STEP_WORDS[current.step];
  const quiet = {
    since,
    now: words.family,
    who: [current.caseworker?.name ?? words.who, ...(await sayCoverOf(tx, current, today))].join('. '),
    dueOn: current.dueOn,
    late: standing.late,
    why: standing.why.map(sayWhy),
    waiting: standing.waiting,
    next: words.next,
    days: services.config.quietDays,
  };
  const about = await aboutOf(tx, services, childId);
  for (const contact of toTell) {
    const { way } = choices.get(contact.id) ?? UNCHOSEN;
    await send(tx, { authorityId, childId, contact, way }, nothingChanged(quiet, wayOf(contact, way), about));
  }
  return true;
}

async function aboutOf(tx: Tx, services: Services, childId: Uuid) {
  const child = await findChild(tx, childId);
  const { authority, reach } = whereToTurn(services.authority);
  // No address of a child's own: an identifier in it would be a detail, and whoever follows it has to be let in anyway.
  const link = `${services.config.baseUrl}/track`;
  return { authority, reach, link, childName: child === undefined ? 'the child' : fullName(child) };
}

type To = { authorityId: number; childId: Uuid; contact: Contact; way: Way | null };

function send(tx: Tx, { authorityId, childId, contact, way }: To, words: Words): Promise<Uuid | null> {
  const to = { kind: 'contact', contact } as const;
  // Kept with the letter only where it holds: its words are for the way it goes.
  const kept = way !== null && wayOf(contact, way) === way ? way : null;
  return sendLetter(tx, {
    authorityId,
    childId,
    to,
    template: 'update',
    ...words,
    way: kept,
    length: 'short',
  });
}
