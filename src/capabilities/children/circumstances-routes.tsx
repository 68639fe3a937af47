import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findSetting, searchSettings } from '../settings/index.ts';
import { fullName } from './child.ts';
import { type Circumstance, correcting, happened, type NewFact, standing } from './circumstances.ts';
import {
  insertCircumstance,
  listAuthorities,
  listCircumstances,
  showWhatIsSo,
} from './circumstances-store.ts';
import { AddAddressPage, AddCarePage, AddNeedPage, CorrectPage } from './pages/circumstance-forms.tsx';
import { AddElsewherePage, AddSettingPage } from './pages/setting-forms.tsx';
import { nameOf, WRITERS } from './particulars-routes.tsx';
import { lockParticulars } from './particulars-store.ts';
import { correctionSchema, factSchemas, RECORDED, type Recorded, strikeSchema } from './schema.ts';
import { findChild } from './store.ts';

const asks = { access: WRITERS, childFile: true } as const;
const acts = { access: WRITERS } as const;

/** What was so of a child from one day to another: recording it, ending it, correcting it, saying it was never so. */
export function circumstancesRoutes(app: FastifyInstance, services: Services): void {
  const all = '/cases/:childId/circumstances';
  const act = (request: FastifyRequest, work: (tx: Tx, childId: Uuid, at: Date) => Promise<Outcome>) => {
    const childId = idIn(request, 'childId');
    return request.once((tx) => work(tx, childId, services.now()));
  };

  for (const noun of RECORDED) {
    const show = SHOW[noun];
    app.get(`${all}/${noun}`, { config: asks }, (request, reply) => show(request, reply, {}));
    app.post(`${all}/${noun}`, { config: acts }, async (request, reply) => {
      const read = readForm(factSchemas[noun], request.body);
      if (!read.ok) return show(request, reply, read.errors);
      const outcome = await act(request, (tx, childId, at) => recordFact(tx, childId, read.value, at));
      return outcome.ok
        ? reply.redirect(outcome.value, 303)
        : show(request, reply, { [outcome.field]: outcome.message });
    });
  }

  const one = `${all}/:circumstanceId`;
  app.get(one, { config: asks }, (request, reply) => showCorrection(request, reply, {}));
  app.post(one, { config: acts }, async (request, reply) => {
    const read = readForm(correctionSchema, request.body);
    if (!read.ok) return showCorrection(request, reply, read.errors);
    const { from: fromOn, until: untilOn, why } = read.value;
    const id = idIn(request, 'circumstanceId');
    const outcome = await act(request, (tx, childId, at) =>
      correctFact(tx, childId, { id, why, as: { fromOn, untilOn } }, at),
    );
    return corrected(request, reply, outcome);
  });
  app.post(`${one}/removal`, { config: acts }, async (request, reply) => {
    const read = readForm(strikeSchema, request.body);
    if (!read.ok) return showCorrection(request, reply, read.errors);
    const id = idIn(request, 'circumstanceId');
    const outcome = await act(request, (tx, childId, at) =>
      correctFact(tx, childId, { id, why: read.value.never, as: 'never so' }, at),
    );
    return corrected(request, reply, outcome);
  });
}

/** Records what was so, and ends what it took the place of, if anything. */
export async function recordFact(
  tx: Tx,
  childId: Uuid,
  { fact, ended }: { fact: NewFact; ended: string },
  at: Date,
): Promise<Outcome> {
  const today = englishDay(at);
  const days = happened(fact, today);
  if (!days.ok) return days;
  const { kind, settingId = null, byAuthority = null, byOther = null } = fact;
  if (kind === 'looked after' && (byAuthority === null) === (byOther === null))
    return refused('byAuthority', 'Select the authority that looks after the child, or write which it is');
  if (settingId !== null && (await findSetting(tx, settingId)) === undefined)
    return refused('settingId', 'Search for the setting, then select it');
  const { authorityId, childId: file } = found(await lockParticulars(tx, childId));
  const before = standing(await listCircumstances(tx, childId)).find(({ id }) => id === ended);
  if (before !== undefined && before.kind === kind) {
    const untilOn = fact.fromOn ?? today;
    const whole = happened({ fromOn: before.fromOn, untilOn }, today);
    if (!whole.ok) return refused('from', 'The first day is before that of the one it takes the place of');
    await insertCircumstance(tx, authorityId, {
      ...before,
      ...correction(tx, before, at),
      untilOn,
      why: MOVED,
    });
  }
  const looked = kind === 'looked after' ? { byAuthority, byOther } : { byAuthority: null, byOther: null };
  const none = { addressLines: [], postcode: null, place: null, placeName: null, need: null };
  const fresh = { ...none, settingId, corrects: null, struck: false, why: null };
  const row = { ...fresh, ...fact, ...looked, id: randomUUID(), childId: file, by: nameOf(tx), at };
  await insertCircumstance(tx, authorityId, row);
  await afterwards(tx, { authorityId, childId: file, id: row.id, kind }, 'recorded', at);
  return { ok: true, value: `/cases/${file}/particulars` };
}

const MOVED = 'Ended when the next was recorded';

type Correction = { id: Uuid; why: string; as: Pick<Circumstance, 'fromOn' | 'untilOn'> | 'never so' };

/** Puts another row in the place of one that stands: with other days, or none because it was never so. */
export async function correctFact(
  tx: Tx,
  childId: Uuid,
  { id, why, as }: Correction,
  at: Date,
): Promise<Outcome> {
  const { authorityId, childId: file } = found(await lockParticulars(tx, childId));
  const rows = await listCircumstances(tx, childId);
  found(rows.find((row) => row.id === id));
  const before = correcting(rows, id);
  if (!before.ok) return before;
  const { fromOn, untilOn } = as === 'never so' ? before.value : as;
  const days = as === 'never so' ? before : happened({ fromOn, untilOn }, englishDay(at));
  if (!days.ok) return days;
  const row = {
    ...before.value,
    ...correction(tx, before.value, at),
    fromOn,
    untilOn,
    why,
    struck: as === 'never so',
  };
  // A correction stands on the record that it corrects, and stays with it if the files are taken apart.
  await insertCircumstance(tx, authorityId, row);
  await afterwards(tx, { authorityId, childId: file, id: row.id, kind: row.kind }, 'corrected', at);
  return { ok: true, value: `/cases/${file}/particulars` };
}

function correction(tx: Tx, before: Circumstance, at: Date) {
  return { id: randomUUID(), corrects: before.id, by: nameOf(tx), at };
}

function nounOf(kind: Circumstance['kind']): string {
  if (kind === 'address') return 'home address';
  if (kind === 'primary need') return kind;
  return kind === 'setting' ? 'setting attended' : 'social care fact';
}

type About = { authorityId: number; childId: Uuid; id: Uuid; kind: Circumstance['kind'] };

// Where a child lives, and what social care does, may be for one parent to know and not the other: no family reads of it.
async function afterwards(tx: Tx, of: About, done: 'recorded' | 'corrected', at: Date): Promise<void> {
  const { authorityId, childId, id, kind } = of;
  await showWhatIsSo(tx, childId, kind, englishDay(at));
  const about = { authorityId, subject: 'circumstance', subjectId: id, kind: `${nounOf(kind)} ${done}` };
  const unseen = { ...about, childId: null, unseenChildId: childId };
  await recordEvent(tx, kind === 'setting' || kind === 'primary need' ? { ...about, childId } : unseen);
}

async function open(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { child, rows } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    rows: await listCircumstances(tx, childId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { of: { childId, childName: fullName(child), bornOn: child.bornOn }, rows };
}

function filled(request: FastifyRequest, errors: FieldErrors) {
  return { formKey: randomUUID(), typed: typedIn(request.body ?? {}), errors };
}

function status(errors: FieldErrors): number {
  return hasErrors(errors) ? 400 : 200;
}

type Show = (request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) => Promise<unknown>;
const SHOW: Readonly<Record<Recorded, Show>> = {
  address: showAddress,
  setting: showSetting,
  elsewhere: showElsewhere,
  need: showNeed,
  care: showCare,
};

async function showAddress(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of, rows } = await open(request);
  const before = standing(rows).find(({ kind, untilOn }) => kind === 'address' && untilOn === null) ?? null;
  const form = filled(request, errors);
  return reply.page(
    <AddAddressPage page={request.pageContext()} {...{ of, before, form }} />,
    status(errors),
  );
}

async function showSetting(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of, rows } = await open(request);
  const form = filled(request, errors);
  const asked = z.object({ q: z.string().max(100).default('').catch('') }).parse(request.query);
  const search = asked.q === '' ? (form.typed['search'] ?? '').slice(0, 100) : asked.q;
  const results = await request.act(async (tx) =>
    search.trim() === '' ? [] : (await searchSettings(tx, { text: search, page: 1, closed: true })).settings,
  );
  const before = standing(rows).find(({ kind, untilOn }) => kind === 'setting' && untilOn === null) ?? null;
  const shown = { of, before, form, search, results };
  return reply.page(<AddSettingPage page={request.pageContext()} {...shown} />, status(errors));
}

async function showElsewhere(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of, rows } = await open(request);
  const before = standing(rows).find(({ kind, untilOn }) => kind === 'setting' && untilOn === null) ?? null;
  const form = filled(request, errors);
  return reply.page(
    <AddElsewherePage page={request.pageContext()} {...{ of, before, form }} />,
    status(errors),
  );
}

async function showNeed(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of, rows } = await open(request);
  const before =
    standing(rows).find(({ kind, untilOn }) => kind === 'primary need' && untilOn === null) ?? null;
  const form = filled(request, errors);
  return reply.page(<AddNeedPage page={request.pageContext()} {...{ of, before, form }} />, status(errors));
}

async function showCare(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of } = await open(request);
  const authorities = await request.act(listAuthorities);
  const form = filled(request, errors);
  return reply.page(
    <AddCarePage page={request.pageContext()} {...{ of, form, authorities }} />,
    status(errors),
  );
}

async function showCorrection(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of, rows } = await open(request);
  const row = found(rows.find(({ id }) => id === idIn(request, 'circumstanceId')));
  const now =
    standing(rows).find(({ id }) => id === row.id) ?? rows.find(({ corrects }) => corrects === row.id) ?? row;
  const keys = { formKey: randomUUID(), removalKey: randomUUID() };
  const form = { ...filled(request, errors), ...keys };
  const overtaken = now.id !== row.id && hasErrors(errors);
  return reply.page(
    <CorrectPage page={request.pageContext()} {...{ of, form, row, now }} />,
    overtaken ? 409 : status(errors),
  );
}

function corrected(request: FastifyRequest, reply: FastifyReply, outcome: Outcome) {
  if (outcome.ok) return reply.redirect(outcome.value, 303);
  return showCorrection(request, reply, { [outcome.field]: outcome.message });
}
