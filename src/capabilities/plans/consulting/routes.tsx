import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { dayField, optionalText, readForm, typedIn } from '../../../platform/http/forms.ts';
import { day, noun } from '../../../platform/http/json.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { findSetting } from '../../settings/index.ts';
import { listConsultations } from '../consultation-store.ts';
import { FollowingPage } from '../pages/following.tsx';
import { openPlanPage, readsFile, staff, staffName } from '../plan-routes.tsx';
import { findPlan } from '../store.ts';
import { CONSULTATION_ACTS, lateness, otherAuthority, withdrawnOn } from './acts.ts';
import { chase, extend, type Following, followSuccessor, recordTold, withdraw } from './sending.ts';
import { findSuccessor } from './successor.ts';

type Said = { words: string };
type Act<F extends Said> = {
  form: z.ZodType<F>;
  summary: string;
  act(tx: Tx, services: Services, said: Following & F): Promise<Outcome>;
};

function one<F extends Said>(act: Act<F>): Act<F> {
  return act;
}

const words = optionalText();
const bare = z.object({ words });
const ACTS = {
  chase: one({ form: bare, summary: 'Chase a setting’s answer', act: chase }),
  extension: one({
    form: z.object({ dueOn: dayField('the new day the answer is due'), words }),
    summary: 'Give a setting more time to answer, with why; no limit of the plan’s moves with it',
    act: extend,
  }),
  withdrawal: one({ form: bare, summary: 'Ask a setting no longer, with why', act: withdraw }),
  'other-authority': one({
    form: z.object({ on: dayField('the day it was told'), words }),
    summary: 'Record that the other authority that maintains the setting was consulted too (s39(2))',
    act: recordTold,
  }),
  successor: one({
    form: bare,
    summary: 'Ask the setting that came after one that has closed, in its place',
    act: followSuccessor,
  }),
};

const at = '/plans/:planId/consultations/:consultationId';
const answer = z.object({
  id: z.uuid(),
  settingName: z.string(),
  sentOn: day,
  copySentOn: day.nullable(),
  dueOn: day.nullable(),
  openedOn: day.nullable(),
  answeredOn: day.nullable(),
  withdrawnOn: day.nullable(),
  late: z.string().nullable(),
  otherAuthority: z.object({ name: z.string(), toldOn: day.nullable() }).nullable(),
  acts: z
    .array(
      z.object({
        kind: z.enum(CONSULTATION_ACTS),
        on: day,
        dueOn: day.nullable(),
        words: z.string(),
        by: z.string(),
      }),
    )
    .readonly(),
});

/** One consultation as staff have it, and what may follow while its answer is waited for. */
export function followingRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: readsFile }, (request, reply) => show(request, reply, services, {}));

  const takes = noun(app, `/api${at}`, {
    summary: 'A setting that was consulted, and what followed',
    tag: 'plans',
    may: readsFile,
    answer,
    show: async (request) => {
      const asked = await request.act(async (tx) => {
        found(await findPlan(tx, idIn(request, 'planId')));
        return findAsked(tx, request);
      });
      request.readsChildFile(asked);
      return {
        ...asked,
        withdrawnOn: withdrawnOn(asked),
        late: lateness(asked, asked.afterDecision),
        otherAuthority: otherAuthority(asked),
      };
    },
  });

  function add<F extends Said>(path: string, { form, summary, act }: Act<F>): void {
    const follow = (request: FastifyRequest, said: F) =>
      request.once((tx) =>
        act(tx, services, {
          ...said,
          planId: idIn(request, 'planId'),
          consultationId: idIn(request, 'consultationId'),
          by: staffName(request),
        }),
      );
    app.post(`${at}/${path}`, { config: { access: staff } }, async (request, reply) => {
      const read = readForm(form, request.body);
      if (!read.ok) return show(request, reply, services, under(path, read.errors));
      const done = await follow(request, read.value);
      if (done.ok) return reply.redirect(done.value, 303);
      return show(request, reply, services, under(path, { [done.field]: done.message }));
    });
    takes(`/api${at}/${path}`, { summary, may: readsFile, form, act: follow });
  }
  add('chase', ACTS.chase);
  add('extension', ACTS.extension);
  add('withdrawal', ACTS.withdrawal);
  add('other-authority', ACTS['other-authority']);
  add('successor', ACTS.successor);
}

// Each form of the page has words of its own, so that an error leads to the box it is about.
function under(path: string, errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [field === 'words' ? `words-${path}` : field, message]),
  );
}

async function findAsked(tx: Tx, request: FastifyRequest) {
  const id = idIn(request, 'consultationId');
  const all = await listConsultations(tx, { planId: idIn(request, 'planId') });
  return found(all.find((one) => one.id === id));
}

async function show(request: FastifyRequest, reply: FastifyReply, services: Services, errors: FieldErrors) {
  const { of, shown } = await openPlanPage(request, async (tx) => {
    const asked = await findAsked(tx, request);
    const setting = found(await findSetting(tx, asked.settingId));
    const closed = setting.status === 'Closed';
    return { asked, closed, next: closed ? await findSuccessor(tx, setting) : null };
  });
  const keys = { chase: randomUUID(), extension: randomUUID(), withdrawal: randomUUID() };
  return reply.page(
    <FollowingPage
      page={request.pageContext()}
      of={of}
      keys={{ ...keys, other: randomUUID(), successor: randomUUID() }}
      today={englishDay(services.now())}
      asked={shown.asked}
      closed={shown.closed}
      next={shown.next?.name ?? null}
      errors={errors}
      typed={typedIn(request.body ?? {})}
    />,
    Object.keys(errors).length === 0 ? 200 : 400,
  );
}
