import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { addDays, englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { fullName, lockChild } from '../children/index.ts';
import { endChecks } from './check-store.ts';
import { travelHandedOn } from './letters.ts';
import { insertAdmission, listAdmissions } from './naming-store.ts';
import { begin, end, MISTAKE, type Placement, sayPlace, thatWere } from './placement.ts';
import { showWhereTheyGo, staffOf } from './post.ts';
import type { endSchema, PlacementForm, travelSchema } from './schema.ts';
import { findChosen, findNamed, insertEnd, insertPlacement, insertTravel, listPlacements } from './store.ts';

type Of = { authorityId: number; childId: Uuid };

/** Records where a child is from a day, ending the placement before it where that is said. One at a time for one child. */
export function recordPlacement(
  request: FastifyRequest,
  services: Services,
  form: PlacementForm,
): Promise<Outcome> {
  const { name: by } = staffOf(request);
  const today = englishDay(services.now());
  return request.once(async (tx) => {
    const { authorityId, id: childId } = found(await lockChild(tx, idIn(request, 'childId')));
    const of = { authorityId, childId };
    const said = await placementIn(tx, form);
    if (!said.ok) return said;
    const before = await endBefore(tx, of, form, { by, today });
    if (!before.ok) return before;
    const placements = await listPlacements(tx, childId);
    const { chosen, ...one } = said.value;
    const begun = begin(placements, one, { chosen, untilOn: form.untilOn, today });
    if (!begun.ok) return begun;
    const id = await insertPlacement(tx, of, begun.value, { by, at: services.now() });
    const over = await endAtOnce(tx, { ...of, placementId: id }, form, { by, today });
    if (!over.ok) return over;
    await admitted(tx, of, begun.value, { by, on: today });
    await afterwards(tx, of, { id, kind: 'placement recorded', today });
    return accepted(`/cases/${childId}/placements`);
  });
}

async function placementIn(tx: Tx, form: PlacementForm) {
  const chosen = isUuid(form.settingId) ? await findChosen(tx, form.settingId) : undefined;
  const takes = form.kind === 'setting' || form.kind === 'package';
  if (form.settingId !== '' && chosen === undefined)
    return refused('settingId', 'Find the setting, and select it');
  return accepted({
    kind: form.kind,
    rank: form.rank === 2 ? (2 as const) : (1 as const),
    settingId: takes ? (chosen?.id ?? null) : null,
    settingName: takes ? (chosen?.name ?? (form.settingName === '' ? null : form.settingName)) : null,
    weeks: takes ? form.weeks : null,
    providedIn: takes ? form.providedIn : null,
    words: form.words,
    fromOn: form.fromOn,
    chosen: takes ? (chosen ?? null) : null,
  });
}

type By = { by: string; today: PlainDate };

// What was so until now ends the day before, for the reason given.
async function endBefore(tx: Tx, of: Of, form: PlacementForm, { by, today }: By): Promise<Result<null>> {
  if (form.beforeHow === null) return accepted(null);
  if (form.beforeHow === MISTAKE)
    return refused('beforeHow', 'Say on its own page that a placement was recorded by mistake');
  const current = thatWere(await listPlacements(tx, of.childId)).find(
    ({ rank, untilOn }) => rank === form.rank && untilOn === null,
  );
  if (current === undefined) return accepted(null);
  const endedOn = addDays(form.fromOn, -1);
  const ended = end(current, { how: form.beforeHow, words: form.beforeWords, endedOn }, today);
  if (!ended.ok) return refused(ended.field === 'endWords' ? 'beforeWords' : 'fromOn', ended.message);
  await insertEnd(tx, { ...ofRecord(of, current), placementId: current.id }, ended.value, by);
  await endChecks(tx, { placementId: current.id }, endedOn);
  return accepted(null);
}

async function endAtOnce(
  tx: Tx,
  of: Of & { placementId: Uuid },
  { untilOn, how, endWords, fromOn }: PlacementForm,
  { by, today }: By,
): Promise<Result<null>> {
  if (untilOn === null) return accepted(null);
  if (how === null) return refused('how', 'Select how it ended');
  const ended = end({ ended: null, fromOn }, { how, words: endWords, endedOn: untilOn }, today);
  if (!ended.ok) return refused(ended.field === 'endedOn' ? 'untilOn' : ended.field, ended.message);
  await insertEnd(tx, of, ended.value, by);
  return accepted(null);
}

// Whoever starts at a setting that must admit them has been admitted: it is asked no more.
async function admitted(
  tx: Tx,
  { authorityId, childId }: Of,
  { settingId, fromOn }: Pick<Placement, 'settingId' | 'fromOn'>,
  { by, on }: { by: string; on: PlainDate },
): Promise<void> {
  const named = await findNamed(tx, childId);
  const one = named?.settings.find((each) => each.settingId === settingId || each.settingNowId === settingId);
  if (named === null || settingId === null || !one?.mustAdmit || fromOn > on) return;
  const said = await listAdmissions(tx, childId);
  if (said.some((each) => each.settingId === one.settingId && each.admittedOn !== null)) return;
  const { place, organisationId } = one;
  await insertAdmission(
    tx,
    { authorityId, childId, versionId: named.versionId, place, organisationId },
    { admittedOn: fromOn, whyNot: '', expectedOn: null, by, on, recordedBy: by },
  );
}

/** Records how a placement ended, or that it was recorded by mistake. */
export function endPlacement(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof endSchema>,
): Promise<Outcome> {
  const { name: by } = staffOf(request);
  const today = englishDay(services.now());
  return request.once(async (tx) => {
    const { authorityId, id: childId } = found(await lockChild(tx, idIn(request, 'childId')));
    const placement = found(await placementOf(tx, request, childId));
    if (form.how !== MISTAKE && form.endedOn === null) return refused('endedOn', 'Enter the last day');
    const endedOn = form.endedOn ?? placement.fromOn;
    const ended = end(placement, { how: form.how, words: form.endWords, endedOn }, today);
    if (!ended.ok) return ended;
    const of = { authorityId, childId };
    await insertEnd(tx, { ...ofRecord(of, placement), placementId: placement.id }, ended.value, by);
    await endChecks(tx, { placementId: placement.id }, today);
    const kind = form.how === MISTAKE ? 'placement recorded by mistake' : 'placement ended';
    await afterwards(tx, of, { id: placement.id, kind, today });
    return accepted(`/cases/${childId}/placements`);
  });
}

/**
 * Hands on what a child needs on the way: by email to the travel team the authority configured; where it configured none it is
 * kept, and the page says to hand it on by hand. Whether they are eligible is not decided here.
 */
export function handOnTravel(
  request: FastifyRequest,
  services: Services,
  { needs }: z.infer<typeof travelSchema>,
): Promise<Outcome> {
  const { name: by } = staffOf(request);
  const on = englishDay(services.now());
  const team = services.config.placements.travelTeam;
  return request.once(async (tx) => {
    const child = found(await lockChild(tx, idIn(request, 'childId')));
    const placement = found(await placementOf(tx, request, child.id));
    const of = { authorityId: child.authorityId, childId: child.id, placementId: placement.id };
    const words = { childName: fullName(child), where: sayPlace(placement), fromOn: placement.fromOn };
    const letterId =
      team === null
        ? null
        : await sendLetter(tx, {
            ...{ authorityId: of.authorityId, childId: of.childId },
            to: { kind: 'somebody', ...team },
            template: 'travel handed on',
            ...travelHandedOn({ ...words, needs, by }),
          });
    const to = team?.name ?? 'By hand';
    const id = await insertTravel(tx, of, { needs, to, letterId, on, by });
    await afterwards(tx, of, { id, kind: 'travel need handed on', today: on });
    return accepted(`/cases/${child.id}/placements`);
  });
}

async function placementOf(tx: Tx, request: FastifyRequest, childId: Uuid): Promise<Placement | undefined> {
  const id = idIn(request, 'placementId');
  return (await listPlacements(tx, childId)).find((one) => one.id === id);
}

// An end stands on the record its placement is on, and stays with it if files are taken apart.
function ofRecord({ authorityId }: Of, { childId }: Placement): Of {
  return { authorityId, childId };
}

type Done = { id: Uuid; kind: string; today: PlainDate };

async function afterwards(tx: Tx, { authorityId, childId }: Of, { id, kind, today }: Done): Promise<void> {
  await showWhereTheyGo(tx, childId, today);
  await recordEvent(tx, { authorityId, childId, kind, subject: 'placement', subjectId: id });
}
