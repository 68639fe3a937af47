import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm } from '../../platform/http/forms.ts';
import { firstOf, texts } from '../../platform/http/json.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { type CircumstanceKind, ELSEWHERE, KINDS, standing } from './circumstances.ts';
import { correctFact, recordFact } from './circumstances-routes.tsx';
import { listCircumstances } from './circumstances-store.ts';
import { PARTS } from './particulars.ts';
import { answerAnew, readPart, WRITERS } from './particulars-routes.tsx';
import { findParticulars, isPart } from './particulars-store.ts';
import { correctionSchema, factSchemas, type Recorded, strikeSchema } from './schema.ts';
import { findChild } from './store.ts';

const text = z.string().max(2000);
const day = z.string().meta({ format: 'date' });
const orNull = z.string().nullable();
const circumstance = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  addressLines: z.array(z.string()),
  postcode: orNull,
  settingId: orNull,
  settingName: orNull,
  place: z.enum(ELSEWHERE).nullable(),
  placeName: orNull,
  need: orNull,
  byAuthority: z.int().nullable(),
  byOther: orNull,
  recordedBy: z.string(),
});
const answer = z.object({
  version: z.int(),
  particulars: z.object({
    givenNames: z.string(),
    familyName: z.string(),
    preferredName: orNull,
    bornOn: day,
    sex: orNull,
    ethnicity: orNull,
    firstLanguage: orNull,
    homeLanguages: orNull,
    interpreter: orNull,
    bsl: z.boolean(),
    upn: orNull,
    uln: orNull,
    upnUnknown: orNull,
    nhsNumber: orNull,
    nhsUnknown: orNull,
  }),
  circumstances: z.array(circumstance),
});
const days = { from: text.default(''), until: text.default('') };
const recording = z.object({
  kind: z.enum(KINDS),
  ...days,
  address: text.default(''),
  postcode: text.default(''),
  settingId: text.default(''),
  /** Of a period at no setting on the register: where, and what that is called. */
  place: text.default(''),
  placeName: text.default(''),
  need: text.default(''),
  byAuthority: text.default(''),
  byOther: text.default(''),
  /** The circumstance that this takes the place of, if any. */
  ended: text.default(''),
});

const tag = 'children';
const of = '/api/children/:childId';

/** A child's particulars and circumstances as JSON: the pages' own commands, with the same words where one is refused. */
export function particularsApi(app: FastifyInstance, services: Services): void {
  const reading = { summary: 'Who a child is, and what is so of them from when to when', tag, answer };
  app.get(`${of}/particulars`, { config: { access: 'staff', childFile: true, api: reading } }, (request) =>
    show(request),
  );

  for (const part of Object.keys(PARTS).filter(isPart)) {
    const fields = Object.fromEntries(PARTS[part].map((field) => [field, text.default('')]));
    const body = z.object({ ...fields, why: text.default(''), version: z.int().min(1) });
    const api = { summary: `Answer anew: ${part}`, tag, body, answer };
    app.post(`${of}/particulars/${part}`, { config: { access: WRITERS, api } }, async (request, reply) => {
      await seen(request);
      const whole = body.safeParse(request.body);
      if (!whole.success) return problem(reply, fieldOf(whole.error));
      const read = readPart(part, texts(whole.data));
      if (!read.ok) return problem(reply, firstOf(read.errors));
      const childId = idIn(request, 'childId');
      return answered(
        request,
        reply,
        request.once((tx) => answerAnew(tx, childId, read.value, services.now())),
      );
    });
  }

  const recorded = { summary: 'Record what is or was so of a child', tag, body: recording, answer };
  app.post(`${of}/circumstances`, { config: { access: WRITERS, api: recorded } }, async (request, reply) => {
    await seen(request);
    const whole = recording.safeParse(request.body);
    if (!whole.success) return problem(reply, fieldOf(whole.error));
    const { kind } = whole.data;
    const read = readForm(factSchemas[formOf(kind, whole.data.place)], whole.data);
    if (!read.ok) return problem(reply, firstOf(read.errors));
    const childId = idIn(request, 'childId');
    return answered(
      request,
      reply,
      request.once((tx) => recordFact(tx, childId, read.value, services.now())),
    );
  });

  const body = z.object({ ...days, why: text });
  const correcting = { summary: 'End or correct what was recorded', tag, body, answer };
  app.post(
    `${of}/circumstances/:circumstanceId`,
    { config: { access: WRITERS, api: correcting } },
    async (request, reply) => {
      const read = readForm(correctionSchema, request.body);
      if (!read.ok) return problem(reply, firstOf(read.errors));
      const { from: fromOn, until: untilOn, why } = read.value;
      const [childId, id] = [idIn(request, 'childId'), idIn(request, 'circumstanceId')];
      const correction = { id, why, as: { fromOn, untilOn } };
      return answered(
        request,
        reply,
        request.once((tx) => correctFact(tx, childId, correction, services.now())),
      );
    },
  );

  const never = z.object({ never: text });
  const striking = { summary: 'Say that what was recorded was never so', tag, body: never, answer };
  app.post(
    `${of}/circumstances/:circumstanceId/removal`,
    { config: { access: WRITERS, api: striking } },
    async (request, reply) => {
      const read = readForm(strikeSchema, request.body);
      if (!read.ok) return problem(reply, firstOf(read.errors));
      const [childId, id] = [idIn(request, 'childId'), idIn(request, 'circumstanceId')];
      const correction = { id, why: read.value.never, as: 'never so' } as const;
      return answered(
        request,
        reply,
        request.once((tx) => correctFact(tx, childId, correction, services.now())),
      );
    },
  );
}

function formOf(kind: CircumstanceKind, place: string): Recorded {
  if (kind === 'primary need') return 'need';
  if (kind === 'setting' && place !== '') return 'elsewhere';
  return kind === 'address' || kind === 'setting' ? kind : 'care';
}

// To whoever is shown no such child there is none, whatever they send.
async function seen(request: FastifyRequest): Promise<void> {
  found(await request.act((tx) => findChild(tx, idIn(request, 'childId'))));
}

async function answered(request: FastifyRequest, reply: FastifyReply, done: Promise<Outcome>) {
  const outcome = await done;
  return outcome.ok ? show(request) : problem(reply, outcome);
}

async function show(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { authorityId, version, now, rows } = await request.act(async (tx) => ({
    ...found(await findParticulars(tx, childId)),
    rows: await listCircumstances(tx, childId),
  }));
  request.readsChildFile({ authorityId, childId });
  const circumstances = standing(rows).map(({ by: recordedBy, ...row }) => ({
    id: row.id,
    kind: row.kind,
    fromOn: row.fromOn,
    untilOn: row.untilOn,
    addressLines: row.addressLines,
    postcode: row.postcode,
    settingId: row.settingId,
    settingName: row.settingName,
    need: row.need,
    byAuthority: row.byAuthority,
    byOther: row.byOther,
    recordedBy,
  }));
  return { version, particulars: now, circumstances };
}
