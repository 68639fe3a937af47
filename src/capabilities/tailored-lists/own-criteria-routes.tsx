import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { criteriaOn } from './criteria.ts';
import { BANDS, bandField, nextOwn, type OwnCriteria, USUAL_MILES } from './own-criteria.ts';
import { findOwn, insertOwn, listOwn } from './own-criteria-store.ts';
import { OwnCriteriaPage } from './pages/own-criteria.tsx';
import { CRITERIA_PAGE } from './pages/parts.tsx';

const url = `${CRITERIA_PAGE}/own`;
const managers = { access: ['manager'] } as const;

const whole = z
  .string()
  .trim()
  .max(20)
  .default('')
  .transform((text) => (/^\d{1,3}$/.test(text) ? Number(text) : null));
const ownSchema = z.object({
  'band-1': whole,
  'band-2': whole,
  'band-3': whole,
  'band-4': whole,
  usualMiles: whole,
  why: optionalText(2000),
  seen: z.coerce.number().int().min(0).catch(0).describe('The number of the version read before; 0 for none'),
});
type Form = z.output<typeof ownSchema>;

/** A manager sets what no source gives of the criteria: each time another version, from that day, for anyone to read. */
export function ownCriteriaRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: managers }, async (request, reply) => {
    const last = await request.act(findOwn);
    return show(request, reply, { last, typed: boxesOf(last), errors: {} });
  });

  app.post(url, { config: managers }, async (request, reply) => {
    const read = readForm(ownSchema, request.body);
    const done = read.ok ? await saveOnce(request, services, read.value) : null;
    if (done?.ok) return reply.redirect(done.value, 303);
    const errors = read.ok ? (done === null ? {} : { [done.field]: done.message }) : read.errors;
    return show(request, reply, { last: await request.act(findOwn), typed: typedIn(request.body), errors });
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'What the authority sets of the criteria of tailored lists, every version, newest first',
    tag: 'tailored-lists',
    may: { access: 'staff' },
    answer: z.object({
      versions: z.array(
        z.object({
          number: z.int(),
          base: z.string(),
          bands: z.array(z.int()).readonly(),
          usualMiles: z.int(),
          why: z.string(),
          from: day,
          by: z.string(),
        }),
      ),
    }),
    show: async (request) => ({ versions: await request.act(listOwn) }),
  });
  takes(`/api${url}`, {
    summary: 'Save the next version of what the authority sets; lists made already keep theirs',
    may: managers,
    form: ownSchema,
    act: (request, form) => saveOnce(request, services, form),
  });
}

function saveOnce(request: FastifyRequest, services: Services, form: Form): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'staff') throw new NotTheirs();
  const { authorityId, accountId, name: by } = actor;
  const today = englishDay(services.now());
  return request.once(async (tx): Promise<Outcome> => {
    const bands = [form['band-1'], form['band-2'], form['band-3'], form['band-4']];
    const next = nextOwn({ ...form, bands }, await findOwn(tx));
    if (!next.ok) return next;
    const { version: base } = criteriaOn(today);
    const saved = await insertOwn(tx, authorityId, { ...next.value, base, from: today, by });
    if (!saved)
      return refused(bandField(0), 'Somebody saved another version just now. Read it, then save yours');
    const about = { childId: null, subject: 'list criteria', subjectId: accountId };
    const data = { number: next.value.number };
    await recordEvent(tx, { authorityId, ...about, kind: 'criteria of tailored lists set', data });
    return accepted(CRITERIA_PAGE);
  });
}

function boxesOf(last: OwnCriteria | null): Typed {
  const { bands, usualMiles } = last ?? { bands: BANDS, usualMiles: USUAL_MILES };
  return {
    ...Object.fromEntries(bands.map((miles, place) => [bandField(place), String(miles)])),
    usualMiles: String(usualMiles),
  };
}

type Shown = { last: OwnCriteria | null; typed: Typed; errors: FieldErrors };

function show(request: FastifyRequest, reply: FastifyReply, { last, typed, errors }: Shown) {
  return reply.page(
    <OwnCriteriaPage
      page={request.pageContext()}
      formKey={randomUUID()}
      seen={last?.number ?? 0}
      {...{ typed, errors }}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}
