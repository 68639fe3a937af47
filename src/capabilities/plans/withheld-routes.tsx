import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import {
  choiceField,
  optionalDayField,
  optionalText,
  readForm,
  type Typed,
  typedIn,
} from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { lookAgain } from '../../shared/withholding.ts';
import { takeBackWithheld } from './contributing/showing-sending.ts';
import type { PlanFacts } from './facts.ts';
import { lookFor, sendWaiting } from './held-sending.ts';
import { listWaiting } from './held-store.ts';
import { byWhom, mendOnce, mendSchema } from './mending-sending.ts';
import { WithheldPage, WithheldReviewPage } from './pages/withheld.tsx';
import { openPlanPage, staff } from './plan-routes.tsx';
import { openForActing } from './post.ts';
import { keepCopies } from './withheld-sending.ts';
import { insertReview, insertWithholding, listRules } from './withheld-store.ts';
import { CLASSES, markWithheld, rowsOf } from './withholding/rule.ts';

const url = '/plans/:planId/withheld';
const one = `${url}/:withholdingId`;
const mending = `${one}/words`;
const reads = { access: staff, childFile: true } as const;

const markSchema = z.object({
  rowId: z.string().max(100, 'Choose a statement').default(''),
  words: optionalText(4000),
  readers: z.string().max(200).default(''),
  ground: z.string().max(300, 'Choose the ground you rely on').default(''),
  reason: optionalText(2000),
  reviewBy: optionalDayField('the day of the review'),
});
const reviewSchema = z.object({
  outcome: choiceField(['keep', 'lift'], 'Choose whether it is still withheld'),
  reason: optionalText(2000),
  reviewBy: optionalDayField('the day of the next review'),
});

/** What of a plan is withheld from whom: staff mark it, look again, and put right words that cannot be found any longer. */
export function withheldRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: reads }, (request, reply) => show(request, reply, services, {}, {}));

  app.post(url, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(markSchema, request.body);
    if (!read.ok) return show(request, reply, services, read.errors, read.typed);
    const done = await markOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return show(request, reply, services, { [done.field]: done.message }, typedIn(request.body));
  });

  app.get(one, { config: reads }, (request, reply) => showReview(request, reply, services, {}, {}));

  app.post(one, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(reviewSchema, request.body);
    if (!read.ok) return showReview(request, reply, services, read.errors, read.typed);
    const done = await reviewOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showReview(request, reply, services, { [done.field]: done.message }, typedIn(request.body));
  });

  app.post(mending, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(mendSchema, request.body);
    if (!read.ok) return showReview(request, reply, services, read.errors, read.typed);
    const done = await mendOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showReview(request, reply, services, { [done.field]: done.message }, typedIn(request.body));
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'What of the plan is withheld from organisations, and how each stands',
    tag: 'plans',
    may: reads,
    answer,
    show: async (request) => {
      const { shown } = await openWithheld(request);
      const { rules, missing, waiting } = shown;
      return {
        withheld: rules.map((rule) => ({
          ...rule,
          notFoundIn: (missing.get(rule.id) ?? []).map(({ name }) => name),
        })),
        waiting: waiting.map(({ name, reader, kind, number, on, dueOn, owner }) => ({
          ...{ name, reader, kind, number, on, dueOn, owner },
        })),
      };
    },
  });
  takes(`/api${url}`, {
    summary: 'Withhold a statement, or words, from classes of organisation, until somebody looks again',
    may: { access: staff },
    form: markSchema,
    act: (request, form) => markOnce(request, services, form),
  });
  takes(`/api${one}`, {
    summary: 'Look again at what is withheld: keep it back to another day, or show it',
    may: { access: staff },
    form: reviewSchema,
    act: (request, form) => reviewOnce(request, services, form),
  });
  takes(`/api${mending}`, {
    summary:
      'Put right words that the plan no longer says as they were marked: mark them again, or say why it does not say them',
    may: { access: staff },
    form: mendSchema,
    act: (request, form) => mendOnce(request, services, form),
  });
}

const looked = z.object({ reason: z.string(), by: z.string(), on: day, reviewBy: day.nullable() });
const answer = z.object({
  withheld: z.array(
    z.object({
      id: z.uuid(),
      rowId: z.uuid().nullable(),
      words: z.string().nullable(),
      readers: z.array(z.enum(CLASSES)),
      ground: z.string().nullable(),
      reviews: z.array(looked),
      mends: z.array(
        looked.pick({ by: true, on: true }).extend({
          asId: z.uuid().nullable().describe('The rule that withholds the same in other words'),
          versionId: z.uuid().nullable().describe('The version that says it in no way'),
          reason: z.string().nullable(),
        }),
      ),
      notFoundIn: z.array(z.string()).describe('The versions, and drafts, that its words are nowhere in'),
      ...looked.shape,
    }),
  ),
  waiting: z
    .array(
      z.object({
        name: z.string(),
        reader: z.enum(CLASSES),
        kind: z.enum(['draft', 'final']),
        number: z.int(),
        on: day,
        dueOn: day,
        owner: z.string().nullable(),
      }),
    )
    .describe('Organisations the plan is held from, until the words are found or may be seen'),
});

function markOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof markSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, idIn(request, 'planId'));
    const by = byWhom(request, services);
    const { withholdingGrounds: grounds } = services.config;
    const marked = markWithheld(form, { content: contentOf(facts), grounds, today: by.on });
    if (!marked.ok) return marked;
    const subjectId = await insertWithholding(tx, plan, marked.value, by);
    await keepCopies(tx, plan);
    await takeBackWithheld(tx, services, plan);
    await sendWaiting(tx, plan);
    // On no child's file: the setting reads of its pupils there.
    const of = { authorityId: plan.authorityId, childId: null, subject: 'plan', subjectId } as const;
    await recordEvent(tx, { ...of, kind: 'passage of a plan withheld', data: { planId: plan.id } });
    return accepted(`/plans/${plan.id}/withheld`);
  });
}

function reviewOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof reviewSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const { plan } = await openForActing(tx, idIn(request, 'planId'));
    const by = byWhom(request, services);
    const rules = await listRules(tx, plan.id);
    const rule = found(rules.find(({ id }) => id === idIn(request, 'withholdingId')));
    if (rule.reviewBy === null) return refused('outcome', 'This is shown already');
    const decided = lookAgain(form, by.on);
    if (!decided.ok) return decided;
    await insertReview(tx, plan, { withholdingId: rule.id, ...decided.value }, by);
    await keepCopies(tx, plan);
    await sendWaiting(tx, plan);
    const of = { authorityId: plan.authorityId, childId: null, subject: 'plan', subjectId: rule.id } as const;
    const kind =
      decided.value.reviewBy === null ? 'passage of a plan shown again' : 'withheld passage kept back';
    await recordEvent(tx, { ...of, kind, data: { planId: plan.id } });
    return accepted(`/plans/${plan.id}/withheld`);
  });
}

/** Every rule of a plan, whose words are nowhere in it now, and whom it is held from. */
function openWithheld(request: FastifyRequest) {
  return openPlanPage(request, async (tx, plan, facts) => {
    const rules = await listRules(tx, plan.id);
    const { missing } = await lookFor(tx, plan, facts, rules);
    return { rules, missing, waiting: await listWaiting(tx, plan.id) };
  });
}

/** The plan as it now stands: as issued, or as it is being written. */
function contentOf({ issued, working }: PlanFacts) {
  return issued === null ? working.content : issued.content;
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  typed: Typed,
) {
  const { of, facts, shown } = await openWithheld(request);
  return reply.page(
    <WithheldPage
      page={request.pageContext()}
      {...{ of, errors, typed, ...shown }}
      formKey={randomUUID()}
      rows={rowsOf(contentOf(facts))}
      grounds={services.config.withholdingGrounds}
      today={englishDay(services.now())}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}

async function showReview(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  typed: Typed,
) {
  const { of, facts, shown } = await openWithheld(request);
  const rule = found(shown.rules.find(({ id }) => id === idIn(request, 'withholdingId')));
  return reply.page(
    <WithheldReviewPage
      page={request.pageContext()}
      {...{ of, errors, typed, rule }}
      missing={shown.missing.get(rule.id) ?? []}
      formKeys={{ review: randomUUID(), mend: randomUUID() }}
      rows={rowsOf(contentOf(facts))}
      today={englishDay(services.now())}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}
