import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { familyName, type Tx, throughOf } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import { reachOf } from '../../platform/reach.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { findChild, fullName, listContacts } from '../children/index.ts';
import { findInForce, findIssued, type Issued } from '../plans/index.ts';
import { listToTell } from '../rights/index.ts';
import { problemClosed } from './letters.ts';
import { onFileNamed, staffOf } from './post.ts';
import { actOn, openAgain, type Problem, problemDue, stateOf } from './problem.ts';
import { findOwner, findProblem, insertProblem, insertProblemAct } from './problem-store.ts';
import type { heardProblemSchema, problemActSchema, problemSchema, reopeningSchema } from './schema.ts';

/** A family or young person says that a line of the plan in force is not happening. */
export function sayProblem(
  request: FastifyRequest,
  services: Services,
  { words, since, from }: z.infer<typeof problemSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const on = englishDay(services.now());
  const contactId = throughOf(request.actor, childId)?.contactId ?? null;
  return request.once(async (tx) => {
    const plan = found(await findInForce(tx, childId));
    const rowId = lineOf(plan, idIn(request, 'rowId'));
    const by = familyName(request.actor) ?? from;
    if (by === '') return refused('from', 'Enter your name');
    const dueOn = problemDue(on, services.config.placements.problemWorkingDays);
    const said = { words, since, contactId, by, on, dueOn, recordedBy: null };
    const id = await insert(tx, plan, { rowId, ...said });
    return accepted(`/family/${childId}/placement/problems/${id}`);
  });
}

/** Writes down what somebody of the family said is not happening by telephone, on paper or in person. */
export function hearProblem(
  request: FastifyRequest,
  services: Services,
  { words, since, from, row, contactId, saidOn }: z.infer<typeof heardProblemSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const { name: recordedBy } = staffOf(request);
  return request.once(async (tx) => {
    found(await findChild(tx, childId));
    const plan = found(await findInForce(tx, childId));
    if (!plan.lines.some((line) => line.row === row))
      return refused('row', 'Select which line of the plan it is');
    const one = isUuid(contactId)
      ? (await listContacts(tx, childId)).find(({ id }) => id === contactId)
      : undefined;
    const by = one?.name ?? from;
    if (by === '') return refused('from', 'Select who said it, or enter their name');
    if (saidOn > englishDay(services.now())) return refused('saidOn', 'The day must be today or in the past');
    // The promise runs from the day they said it, not from the day somebody found time to write it down.
    const dueOn = problemDue(saidOn, services.config.placements.problemWorkingDays);
    const said = { words, since, contactId: one?.id ?? null, by, on: saidOn, dueOn, recordedBy };
    const id = await insert(tx, plan, { rowId: row, ...said });
    return accepted(`/cases/${childId}/placements/problems/${id}`);
  });
}

type New = Omit<Parameters<typeof insertProblem>[1], 'authorityId' | 'childId' | 'versionId'>;

async function insert(tx: Tx, { authorityId, childId, versionId }: Issued, one: New): Promise<string> {
  const id = await insertProblem(tx, { authorityId, childId, versionId, ...one });
  const kind = 'family said provision is not happening';
  await recordEvent(tx, { authorityId, childId, kind, subject: 'placement problem', subjectId: id });
  return id;
}

function lineOf(plan: Issued, row: string): string {
  return found(plan.lines.find((line) => line.row === row)).row;
}

/** Says what was done, or closes it with what was done: the family is written to then. */
export function actOnProblem(
  request: FastifyRequest,
  services: Services,
  { act, words, seen }: z.infer<typeof problemActSchema>,
): Promise<Outcome> {
  const { name: by } = staffOf(request);
  const on = englishDay(services.now());
  return request.once(async (tx) => {
    const { problem, plan, child } = await openProblem(tx, request);
    const acted = actOn(problem, { kind: act, words, seen });
    if (!acted.ok) return acted;
    const of = { authorityId: problem.authorityId, childId: problem.childId };
    const kept = await insertProblemAct(tx, problem, {
      ...acted.value,
      dueOn: null,
      by,
      on,
      recordedBy: null,
    });
    if (!kept)
      return refused('words', 'Somebody wrote here while you were writing. Look at what they wrote first');
    if (act === 'closed')
      await tellClosed(tx, services, { problem, plan, childName: fullName(child), words });
    const kind = act === 'closed' ? 'provision said to be put right' : 'something done about provision';
    await recordEvent(tx, { ...of, kind, subject: 'placement problem', subjectId: problem.id });
    return accepted(`/cases/${child.id}/placements/problems/${problem.id}`);
  });
}

type Closed = { problem: Problem & { authorityId: number }; plan: Issued; childName: string; words: string };

async function tellClosed(
  tx: Tx,
  services: Services,
  { problem, plan, childName, words }: Closed,
): Promise<void> {
  const { authorityId, childId } = problem;
  const { authority, config } = services;
  const href = `${config.baseUrl}/family/${childId}/placement/problems/${problem.id}`;
  const turn = { reach: reachOf(authority), sendiass: authority.sendiass };
  const letter = problemClosed({ childName, what: whatOf(plan, problem), words, href }, turn);
  for (const contact of await listToTell(tx, services, childId, 'the plan and its setting')) {
    const to = { kind: 'contact', contact } as const;
    await sendLetter(tx, { authorityId, childId, to, template: 'provision put right', ...letter });
  }
}

/** The family, or staff for them, open it again because it is still not happening. */
export function reopenProblem(
  request: FastifyRequest,
  services: Services,
  { words, from }: z.infer<typeof reopeningSchema>,
): Promise<Outcome> {
  const on = englishDay(services.now());
  const { actor } = request;
  const recordedBy = actor?.kind === 'staff' ? actor.name : null;
  return request.once(async (tx) => {
    const { problem, child } = await openProblem(tx, request);
    const by = familyName(actor) ?? from;
    const due = problemDue(on, services.config.placements.problemWorkingDays);
    const opened = openAgain(problem, words, due);
    if (!opened.ok) return opened;
    if (by === '') return refused('from', recordedBy === null ? 'Enter your name' : 'Enter who said it');
    const kept = await insertProblemAct(tx, problem, { ...opened.value, by, on, recordedBy });
    if (!kept)
      return refused('words', 'Somebody wrote here while you were writing. Look at what they wrote first');
    const of = { authorityId: problem.authorityId, childId: problem.childId };
    const kind = 'family said provision is still not happening';
    await recordEvent(tx, { ...of, kind, subject: 'placement problem', subjectId: problem.id });
    const at = recordedBy === null ? `/family/${child.id}/placement` : `/cases/${child.id}/placements`;
    return accepted(`${at}/problems/${problem.id}`);
  });
}

async function openProblem(tx: Tx, request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const child = found(await findChild(tx, childId));
  const problem = found(await findProblem(tx, idIn(request, 'problemId')));
  await onFileNamed(tx, request, problem.childId);
  const plan = found(await findIssued(tx, problem.versionId));
  return { child, problem, plan };
}

function whatOf(plan: Issued, { rowId }: Pick<Problem, 'rowId'>): string {
  const line = plan.lines.find(({ row }) => row === rowId);
  return line === undefined ? 'a line of Section F' : `${line.reference}: ${line.what}`;
}

/** One line that is said not to be happening, and all that was done. */
export async function readProblem(request: FastifyRequest, services: Services) {
  const shown = await request.act(async (tx) => {
    const { child, problem, plan } = await openProblem(tx, request);
    const owner = await findOwner(tx, child.id);
    return { child, problem: { ...problem, ...stateOf(problem), what: whatOf(plan, problem) }, owner };
  });
  const { child, problem, owner } = shown;
  request.readsChildFile({ authorityId: child.authorityId, childId: child.id });
  const of = { childId: child.id, childName: fullName(child), bornOn: child.bornOn };
  return { ...of, problem, owner, today: englishDay(services.now()) };
}

/** The plan's lines and who is on the file, for staff to write down what was said. */
export async function readHearing(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { child, lines, people } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    lines: (await findInForce(tx, childId))?.lines ?? [],
    people: await listContacts(tx, childId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { childId, childName: fullName(child), bornOn: child.bornOn, lines, people };
}

/** One line of the plan in force, for the family to say that it is not happening. */
export async function readLine(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { child, plan } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    plan: found(await findInForce(tx, childId)),
  }));
  const line = found(plan.lines.find(({ row }) => row === idIn(request, 'rowId')));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { childId, childName: fullName(child), line };
}
