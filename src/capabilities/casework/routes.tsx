import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { variantOf } from '../../law/index.ts';
import { checkOf, HELD_WORDS, listDocuments, notScanned } from '../../platform/documents/index.ts';
import { listEvents } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { lastly, type Tx } from '../../platform/lens/index.ts';
import { listNotSent, listSentElsewhere } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { AUDITORS } from '../audit/index.ts';
import { DESK } from '../caseload/index.ts';
import { findChild, fullName, listPeople } from '../children/index.ts';
import { amendmentClocksNow, isBeingAmended, listWaiting } from '../plans/index.ts';
import { type CountedBy, clocksOf, findCountedBy } from '../requests/index.ts';
import { canBeTold, rightsSoon } from '../rights/index.ts';
import type { Case } from './case.ts';
import { linksOf } from './case-links.ts';
import { expectedOf } from './forecast.ts';
import { durationsOf } from './forecast-store.ts';
import { keptCasesOfChild } from './kept-store.ts';
import { isAskedWhy } from './opening-store.ts';
import { CasePage, type Part } from './pages/show.tsx';
import { listLetters } from './store.ts';

/** A child's case. */
export function caseRoutes(app: FastifyInstance, services: Services): void {
  for (const part of ['overview', 'timeline', 'documents'] as const) {
    const url = part === 'overview' ? '/cases/:childId' : `/cases/:childId/${part}`;
    app.get(url, { config: { access: 'staff', childFile: true } }, async (request, reply) => {
      const childId = idIn(request, 'childId');
      const { before } = beforeSchema.parse(request.query);
      const shown = await request.act((tx) => showCase(tx, request, services, { childId, part, before }));
      if (shown.childId !== childId) return reply.redirect(url.replace(':childId', shown.childId), 303);
      return reply.page(<CasePage page={request.pageContext()} part={part} {...shown} />);
    });
  }
}

type Asked = { childId: Uuid; part: Part; before: Uuid | null };
const beforeSchema = z.object({ before: z.uuid().nullable().catch(null) });

async function showCase(tx: Tx, request: FastifyRequest, services: Services, asked: Asked) {
  const { childId, part, before } = asked;
  const today = englishDay(services.now());
  const [known, cases, durations, people, history, letters, documents] = await Promise.all([
    findChild(tx, childId),
    keptCasesOfChild(tx, childId),
    durationsOf(tx, services, today),
    part === 'overview' ? listPeople(tx, childId) : [],
    part === 'timeline' ? listEvents(tx, childId, before) : NO_EVENTS,
    part === 'documents' ? lettersOf(tx, childId) : [],
    part === 'documents' ? listDocumentsOf(tx, childId, services) : [],
  ]);
  const child = found(known);
  const [current] = cases;
  const [clocks, held, beingAmended, askedWhy] = await lastly(tx, () =>
    Promise.all([
      current === undefined ? [] : runningClocks(tx, current, today),
      current?.planId == null || part !== 'overview' ? [] : listWaiting(tx, current.planId),
      current?.planId == null || current.issuedOn === null ? false : isBeingAmended(tx, current.planId),
      part === 'overview' && isAskedWhy(tx, request.actor, current, today),
      // Of a file that was merged into another, only where that one is.
      child.id === childId && request.recordReading(tx, { authorityId: child.authorityId, childId }),
    ]),
  );
  const contacts = people.filter((person) => !person.waiting);
  const soon = rightsSoon(services, child);
  return {
    childId: child.id,
    childName: fullName(child),
    bornOn: child.bornOn,
    upn: child.upn,
    postcode: child.postcode,
    cases,
    clocks,
    held,
    beingAmended,
    expected: current === undefined ? [] : expectedOf(current, durations, today),
    links: linksOf(current, {
      audits: mayUse(AUDITORS, request.actor),
      caseworker: mayUse(DESK, request.actor),
    }),
    today,
    askedWhy,
    rights:
      soon === null ? null : { childId, childName: fullName(child), ...soon, canBeTold: canBeTold(contacts) },
    contacts: contacts.map((contact) => ({ ...contact, reach: reachOf(contact) })),
    waiting: people.length - contacts.length,
    ...history,
    latest: before === null,
    letters,
    documents,
    notScanned: notScanned(services.config.clamd !== null),
  };
}

const NO_EVENTS = { events: [], older: null };

async function lettersOf(tx: Tx, childId: Uuid) {
  const elsewhere = new Set((await listSentElsewhere(tx, childId)).map(({ id }) => id));
  const notSent = new Set((await listNotSent(tx, childId)).map(({ id }) => id));
  return (await listLetters(tx, childId)).map((letter) => ({
    ...letter,
    elsewhere: elsewhere.has(letter.id),
    notSent: notSent.has(letter.id),
  }));
}

/** The clocks of what amends a plan now, which are its own; none where nothing does. */
export async function amendingClocks(tx: Tx, { planId, issuedOn }: Case, today: PlainDate) {
  return planId === null || issuedOn === null ? [] : amendmentClocksNow(tx, planId, today);
}

/** The clocks that run on a case now, or ran to its end; by what whoever asks has found them counted by already, where they have. */
export async function runningClocks(
  tx: Tx,
  current: Case,
  today: PlainDate,
  asked: Promise<CountedBy> = findCountedBy(tx, current.requestId),
) {
  // All asked at once: these may be a transaction's last questions.
  const [{ exceptions, place }, amending] = await Promise.all([asked, amendingClocks(tx, current, today)]);
  const clocks = clocksOf(
    current.receivedOn,
    exceptions,
    variantOf({ ...current, place }, current.receivedOn),
  );
  const decide = { ...clocks.decide, today, doneOn: current.decidedOn };
  // Nothing more is due once it has ended, whether it was refused, taken back, or they moved away.
  if (current.step === 'closed') return decide.doneOn === null ? [] : [decide];
  return [...amending, decide, { ...clocks.finalPlan, today, doneOn: current.issuedOn }];
}

/** The papers on a file, newest first, each with why nobody can open it, where nobody can. */
export async function listDocumentsOf(tx: Tx, childId: Uuid, { config }: Services) {
  return (await listDocuments(tx, childId)).map((document) => ({
    id: document.id,
    title: document.title,
    at: document.uploadedAt,
    held: HELD_WORDS[checkOf(document, config.clamd !== null)],
  }));
}

function reachOf(contact: { prefers: string; email: string | null; phone: string | null }): string {
  if (contact.prefers === 'email' && contact.email !== null) return `Email: ${contact.email}`;
  if (contact.prefers === 'text' && contact.phone !== null) return `Text and post: ${contact.phone}`;
  return 'Post';
}
