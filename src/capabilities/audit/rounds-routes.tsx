import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { day, moment, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { listTeams } from '../caseload/index.ts';
import { sha256 } from '../plans/index.ts';
import { listCandidates } from './eligible-store.ts';
import { listGradings } from './grading-store.ts';
import { listDrawnOfAuthor, outcomesOf } from './outcome-store.ts';
import { NewRoundPage } from './pages/new-round.tsx';
import { isGraded, RoundPage } from './pages/round.tsx';
import { RoundsPage } from './pages/rounds.tsx';
import { askedOf } from './questions.ts';
import { draw, drawTwice, eligibleOf, lotOf } from './sampling.ts';
import { type RoundForm, roundSchema } from './schema.ts';
import { findForm, findRound, insertDrawn, insertRound, listDrawn, listRounds } from './store.ts';
import { AUDITORS, LOOKERS, MAKERS, staffOf } from './who-routes.ts';

const pageSchema = z.object({ page: z.coerce.number().int().min(1).default(1).catch(1) });
const looks = { access: LOOKERS } as const;
const makes = { access: MAKERS } as const;

/** Rounds of audit: made by managers and administrators, and read by whoever grades in them. */
export function roundsRoutes(app: FastifyInstance, services: Services): void {
  app.get('/audits', { config: looks }, async (request, reply) => {
    const { accountId } = staffOf(request);
    const { rounds, found } = await request.act(async (tx) => ({
      rounds: await listRounds(tx),
      found: await outcomesOf(tx, await listDrawnOfAuthor(tx, accountId)),
    }));
    const yours = found.flatMap(({ drawn, standing, replies }) =>
      standing === null ? [] : [{ ...drawn, answered: replies.length > 0 }],
    );
    const makes = mayUse(MAKERS, request.actor);
    return reply.page(<RoundsPage page={request.pageContext()} {...{ rounds, yours, makes }} />);
  });

  app.get('/audits/new', { config: makes }, (request, reply) => showNew(request, reply, {}, {}));

  app.post('/audits', { config: makes }, async (request, reply) => {
    const read = readForm(roundSchema, request.body);
    if (!read.ok) return showNew(request, reply, read.errors, read.typed);
    const outcome = await makeOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showNew(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.get('/audits/:auditId', { config: looks }, async (request, reply) => {
    const { plans, ...shown } = await readRound(request);
    const { page: number } = pageSchema.parse(request.query);
    const [graded, toGrade] = [plans.filter(isGraded), plans.filter((plan) => !isGraded(plan))];
    const audits = mayUse(AUDITORS, request.actor);
    const keeps = mayUse(MAKERS, request.actor);
    return reply.page(
      <RoundPage
        page={request.pageContext()}
        {...{ ...shown, number, audits, keeps }}
        plans={[...toGrade, ...graded]}
      />,
    );
  });

  const takes = noun(app, '/api/audits', {
    summary: 'The rounds of audit, newest first',
    tag: 'audit',
    may: looks,
    answer: z.object({
      rounds: z.array(
        z.object({ id: z.uuid(), name: z.string(), madeAt: moment, drawn: z.int(), graded: z.int() }),
      ),
    }),
    show: async (request) => ({ rounds: await request.act(listRounds) }),
  });
  takes('/api/audits', {
    summary: 'Make a round: plans issued between two days, drawn at random by a seed that is kept',
    may: makes,
    form: roundSchema,
    act: (request, form) => makeOnce(request, services, form),
  });

  noun(app, '/api/audits/:auditId', {
    summary: 'A round: how its plans were drawn, and which they are',
    tag: 'audit',
    may: looks,
    answer: roundAnswer,
    show: async (request) => {
      const { round, plans, same } = await readRound(request);
      return { ...round, plans, same };
    },
  });
}

const words = z.string().nullable();
const roundAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  issuedFrom: day,
  issuedTo: day,
  team: words,
  need: words,
  settingType: words,
  wanted: z.int(),
  secondShare: z.int(),
  seed: z.string(),
  eligibleIds: z.array(z.uuid()).readonly(),
  formNumber: z.int(),
  questions: z
    .array(z.object({ id: z.string(), question: z.string(), source: z.string(), weight: z.int() }))
    .readonly(),
  same: z.boolean(),
  plans: z.array(
    z.object({
      id: z.uuid(),
      versionId: z.uuid(),
      reference: z.string(),
      place: z.int(),
      lot: z.string(),
      twice: z.boolean(),
      issuedOn: day,
      graded: z.int(),
    }),
  ),
});

async function readRound(request: FastifyRequest) {
  return request.act(async (tx) => {
    const round = found(await findRound(tx, idIn(request, 'auditId')));
    const drawn = await listDrawn(tx, round.id);
    const gradings = await listGradings(
      tx,
      drawn.map(({ id }) => id),
    );
    const again = draw(sha256, round.seed, round.eligibleIds, round.wanted).drawn;
    const same = again.length === drawn.length && drawn.every(({ versionId }, at) => again[at] === versionId);
    const plans = drawn.map((one) => {
      const of = gradings.filter(({ drawnId }) => drawnId === one.id);
      return {
        ...one,
        lot: lotOf(sha256, round.seed, one.versionId),
        begun: of.map(({ auditorName, givenAt }) => ({ auditorName, given: givenAt !== null })),
        graded: of.filter(({ givenAt }) => givenAt !== null).length,
      };
    });
    return { round, plans, same };
  });
}

function makeOnce(request: FastifyRequest, services: Services, form: RoundForm): Promise<Outcome> {
  const { authorityId, name: madeBy } = staffOf(request);
  return request.once(async (tx) => {
    const candidates = await listCandidates(tx, form.issuedFrom, form.issuedTo);
    const eligible = eligibleOf(candidates, form);
    if (eligible.length === 0)
      return refused('issuedFrom', 'No plan was issued in these days that this round would draw from');
    const { number: formNumber, questions } = await findForm(tx);
    // Made here: whoever makes a round cannot choose a seed that draws a plan they would like to see.
    const seed = randomBytes(16).toString('hex');
    const eligibleIds = eligible.map(({ versionId }) => versionId).sort();
    const { drawn } = draw(sha256, seed, eligibleIds, form.wanted);
    const round = {
      ...form,
      authorityId,
      seed,
      eligibleIds,
      formNumber,
      questions: askedOf(questions),
      madeBy,
      madeAt: services.now(),
    };
    const id = await insertRound(tx, round);
    const byId = new Map(eligible.map((one) => [one.versionId, one]));
    const twice = drawTwice(sha256, seed, drawn, form.secondShare);
    await insertDrawn(
      tx,
      { authorityId, id },
      drawn.flatMap((versionId) => byId.get(versionId) ?? []),
      twice,
    );
    const kind = 'audit round made';
    await recordEvent(tx, { authorityId, childId: null, kind, subject: 'audit round', subjectId: id });
    return accepted(`/audits/${id}`);
  });
}

async function showNew(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { teams, form } = await request.act(async (tx) => ({
    teams: (await listTeams(tx)).map(({ name }) => name),
    form: await findForm(tx),
  }));
  return reply.page(
    <NewRoundPage
      page={request.pageContext()}
      {...{ teams, errors, typed }}
      asked={askedOf(form.questions).length}
      formKey={randomUUID()}
    />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}
