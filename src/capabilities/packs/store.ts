import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import { listDocuments } from '../../platform/documents/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { saidSafely } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findAssessment } from '../assessments/index.ts';
import {
  byPersonAndDay,
  type Case,
  forecastFor,
  isOver,
  listCasesOfChild,
  listOutsiders,
  listReads,
  type PersonDay,
  runningClocks,
  STEP_WORDS,
  sayCoverOf,
  sayForecast,
  sayFrom,
  sayWaiting,
  sayWhy,
  standingOf,
  withoutReason,
} from '../casework/index.ts';
import { findChild, fullName } from '../children/index.ts';
import { listMessagesFor } from '../messages/index.ts';
import { findMyPlan } from '../plans/index.ts';
import { findRequest, rightsAfterRefusal, rightsDates, whereToTurn } from '../requests/index.ts';
import type { PackFacts } from './pack.ts';

/**
 * All that a pack says of a child's case, for one person on the file; undefined where there is no case. Needs an authority's
 * lens, which sees more than a family may: what is withheld from them is left out here.
 */
export async function loadPack(
  tx: Tx,
  services: Services,
  { childId, contactId }: { childId: Uuid; contactId: Uuid | null },
): Promise<PackFacts | undefined> {
  const today = englishDay(services.now());
  const child = await findChild(tx, childId);
  const [current] = await listCasesOfChild(tx, childId, 'told');
  if (child === undefined || current === undefined) return undefined;
  const standing = await standingOf(tx, current, today);
  const forecast = await forecastFor(tx, services, current, today);
  const turn = whereToTurn(services.authority);
  const { address, sendiass } = services.authority;
  const words = STEP_WORDS[current.step];
  const documents = (await listDocuments(tx, childId)).filter((one) => !one.withheldFromFamily);
  const { reads } = await listReads(tx, childId);
  const outsiders = await listOutsiders(tx, childId, reads);
  const said: PackFacts = {
    authority: { name: turn.authority, reach: turn.reach, address, sendiass },
    childName: fullName(child),
    reference: current.reference,
    today,
    now: words.family,
    who:
      current.caseworker === null
        ? words.who
        : [`${current.caseworker.name}, of the SEND team`, ...(await sayCoverOf(tx, current, today))].join(
            '. ',
          ),
    since: standing.since,
    dueOn: standing.dueOn,
    over: current.issuedOn !== null || isOver(current.step),
    late: standing.late ? standing.why.map(sayWhy) : null,
    expected: forecast === null ? null : sayForecast(forecast, standing.late),
    waiting: standing.waiting.map(sayWaiting),
    next: words.next,
    clocks: (await runningClocks(tx, current, today)).map(({ name, due, doneOn }) => ({
      name: String(name),
      due,
      doneOn,
    })),
    rights: await rightsNow(tx, services, current),
    letters: contactId === null ? [] : await listLettersTo(tx, childId, contactId),
    documents: documents.map(({ title, uploadedAt }) => ({ title, on: dayOf(uploadedAt) })),
    messages: (await listMessagesFor(tx, childId, contactId))
      .slice(-LATEST)
      .map(({ name, sentAt, body, from }) => ({
        from: from === 'staff' ? `${name}, SEND team` : name,
        on: dayOf(sentAt),
        body,
      })),
    myPlan: await findMyPlan(tx, childId),
    reads: byPersonAndDay(withoutReason(reads, outsiders)).slice(0, LATEST).map(sayPersonDay),
  };
  // My plan, and why something is late, may say where somebody else on the file is.
  return saidSafely(tx, { childId, contactId }, said);
}

const LATEST = 30;

function sayPersonDay(one: PersonDay): string {
  const opened = one.opened.map(({ what, why, times }) => {
    const often = times.length === 1 ? '' : `, ${times.length} times`;
    return `${what}${often}: ${why}`;
  });
  return `${one.name ?? 'The service'} (${sayFrom(one)}), ${sayDate(one.day)}. ${opened.join('. ')}`;
}

/** The rights that follow a decision against the family, with its dates; a plan's are in the letter it came with. */
async function rightsNow(tx: Tx, services: Services, current: Case): Promise<string[]> {
  const refusedOn = await lastRefusal(tx, current);
  if (refusedOn !== null) {
    const said = rightsAfterRefusal(rightsDates(refusedOn), whereToTurn(services.authority));
    return said.filter((paragraph) => !paragraph.startsWith('## '));
  }
  return current.issuedOn !== null
    ? ['The letter that came with the final plan says how to disagree with it, and by when.']
    : ['If we decide not to do what you asked, our letter will say why, how to appeal, and by when.'];
}

async function lastRefusal(tx: Tx, current: Case): Promise<PlainDate | null> {
  const decision = (await findRequest(tx, current.requestId))?.decision ?? null;
  if (decision?.outcome === 'do not assess') return decision.notifiedOn;
  if (current.assessmentId === null) return null;
  const issue = (await findAssessment(tx, current.assessmentId))?.decision ?? null;
  return issue?.outcome === 'do not issue' ? issue.notifiedOn : null;
}

async function listLettersTo(tx: Tx, childId: Uuid, contactId: Uuid) {
  const rows = await tx
    .selectFrom('letters')
    .select(['subject', 'created_at as at'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('contact_id', '=', contactId)
    .where('template', '<>', 'one-time code')
    .where('failed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(LATEST)
    .execute();
  return rows.map(({ subject, at }) => ({ subject, on: dayOf(at) }));
}

function dayOf(at: Date): string {
  return sayDate(englishDay(at));
}
