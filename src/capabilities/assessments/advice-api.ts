import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import { firstOf, noun } from '../../platform/http/json.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { addRow, changeRow, changeStatement, removeRow } from './advice.ts';
import { correctionSchema, correctOnce } from './advice-routes.tsx';
import { findAdvice, findAsked, listAskedOfOrganisation } from './advice-store.ts';
import { recordSignature } from './deciding.ts';
import { attachOnce, filesSchema, readFiles } from './file-routes.tsx';
import { PARAGRAPHS } from './paragraphs.ts';
import { adviceDue } from './post.ts';
import { promiseOnce, promiseSchema, readPromise } from './promise-routes.tsx';
import { changeAdvice } from './row-routes.tsx';
import { contentSchema, rowFormSchema } from './schema.ts';

const day = z.string().meta({ format: 'date' });
const uuid = z.string().refine(isUuid, 'Enter an identifier (a UUID)').meta({ format: 'uuid' });
const paragraph = z.enum(PARAGRAPHS);
/** The version that was read, as `GET` gave it: of the statement, or of the row. */
const version = z.int().min(1);

const adviceSchema = z.object({
  id: uuid,
  authority: z.string(),
  paragraph,
  adviser: z.string(),
  questions: z.string(),
  askedOn: day,
  dueOn: day,
  version: z.int(),
  signedOn: day.nullable(),
  content: contentSchema.nullable(),
});
const inboxSchema = z.object({
  advice: z.array(
    adviceSchema
      .omit({ content: true, version: true, signedOn: true })
      .extend({ returnedOn: day.nullable(), allocatedTo: z.string().nullable() }),
  ),
});
const signatureBody = z.object({
  name: z.string().max(200),
  role: z.string().max(200),
  signedOn: day,
  /** The version that was read, as `GET` gave it. */
  version: z.int(),
  confirmed: z.boolean(),
});
const statementBody = z.object({ text: z.string().max(20_000), notKnown: z.boolean(), version });
const removalBody = z.object({ version });
const rowChangeBody = rowFormSchema.and(removalBody);

const organisation = { access: 'organisation' } as const;
const readsFile = { access: 'organisation', childFile: true } as const;
const tag = 'assessments';
/** As many as one answer lists; the next begins after the last. */
const MOST_LISTED = 500;
const ofAdvice = '/api/advice/:adviceRequestId';

/** Advice as JSON, for the systems of those who are asked for it: what is asked, writing it row by row, signing it. */
export function adviceApi(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());

  const inbox = {
    summary: 'Advice asked of your organisation, by every authority',
    tag,
    query: z.object({ after: uuid.optional().meta({ description: 'The last identifier already read' }) }),
    answer: inboxSchema,
  };
  app.get('/api/advice', { config: { access: 'organisation', api: inbox } }, async (request) => {
    const { after } = z.object({ after: uuid.nullable().catch(null) }).parse(request.query);
    const asked = await request.act((tx) => listAskedOfOrganisation(tx, after, MOST_LISTED));
    return {
      advice: asked.map((row) => ({
        ...asJson(row),
        returnedOn: row.returnedOn,
        allocatedTo: row.holder?.name ?? null,
      })),
    };
  });

  const takes = noun(app, ofAdvice, {
    summary: 'What is asked, and the advice as it stands',
    tag,
    may: readsFile,
    answer: adviceSchema,
    show: showAdvice,
  });
  takes(`${ofAdvice}/correction`, {
    summary: 'Begin a new version of advice that was signed, with why',
    may: readsFile,
    form: correctionSchema,
    act: correctOnce,
  });

  const signing = {
    summary: 'Sign advice: nobody can alter it afterwards',
    tag,
    body: signatureBody,
    answer: adviceSchema,
  };
  app.post(
    `${ofAdvice}/signature`,
    { config: { access: 'organisation', api: signing } },
    async (request, reply) => {
      const body = signatureBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      const form = { ...body.data, signedOn: parsePlainDate(body.data.signedOn) };
      const id = idIn(request, 'adviceRequestId');
      const outcome = await request.once((tx) => recordSignature(tx, id, form, today()));
      return outcome.ok ? showAdvice(request) : problem(reply, outcome);
    },
  );

  writingApi(app);
  filesApi(app, services);
}

// As the pages write it: a row at a time, each with the version that was read, so that nobody's words are written over.
function writingApi(app: FastifyInstance): void {
  const writing = (summary: string, body: z.ZodType) => ({
    config: { ...organisation, api: { summary, tag, body, answer: adviceSchema } },
  });

  const stating = writing('Write the statement', statementBody);
  app.post(`${ofAdvice}/statement`, stating, (request, reply) => {
    const body = statementBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const { text = '' } = typedIn({ text: body.data.text });
    const statement = { ...body.data, text };
    return answered(
      request,
      reply,
      changeAdvice(request, (content) => changeStatement(content, statement)),
    );
  });

  const adding = writing('Add a need, an outcome under it or provision under that', rowFormSchema);
  app.post(`${ofAdvice}/rows`, adding, (request, reply) => {
    const read = readForm(rowFormSchema, request.body);
    if (!read.ok) return problem(reply, firstOf(read.errors));
    const row = { ...read.value, id: randomUUID(), version: 1 };
    return answered(
      request,
      reply,
      changeAdvice(request, (content) => addRow(content, row)),
    );
  });

  const changing = writing('Change a row as it was read', rowChangeBody);
  app.post(`${ofAdvice}/rows/:rowId`, changing, (request, reply) => {
    const whole = rowChangeBody.safeParse(request.body);
    if (!whole.success) return problem(reply, fieldOf(whole.error));
    const { version, ...typed } = whole.data;
    const read = readForm(rowFormSchema, typed);
    if (!read.ok) return problem(reply, firstOf(read.errors));
    const row = { ...read.value, id: idIn(request, 'rowId'), version };
    return answered(
      request,
      reply,
      changeAdvice(request, (content) => changeRow(content, row)),
    );
  });

  const removing = writing('Take a row away, with everything under it', removalBody);
  app.post(`${ofAdvice}/rows/:rowId/removal`, removing, (request, reply) => {
    const body = removalBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const id = idIn(request, 'rowId');
    return answered(
      request,
      reply,
      changeAdvice(request, (content) => removeRow(content, id, body.data.version)),
    );
  });
}

function filesApi(app: FastifyInstance, services: Services): void {
  const files = noun(app, `${ofAdvice}/documents`, {
    summary: 'The files of the advice, and your own that could be part of it',
    tag,
    may: readsFile,
    answer: z.object({
      attached: z.array(z.object({ documentId: uuid, title: z.string(), attachedBy: z.string() })),
      left: z.array(z.object({ id: uuid, title: z.string() })),
    }),
    show: readFiles,
  });
  files(`${ofAdvice}/documents`, {
    summary: 'Make files you have sent part of the advice, before it is signed',
    may: readsFile,
    form: filesSchema,
    act: (request, form) => attachOnce(request, services, form),
  });
  const ready = noun(app, `${ofAdvice}/ready`, {
    summary: 'The day the advice was said to be ready, and the day it is due',
    tag,
    may: readsFile,
    answer: z.object({ readyOn: day.nullable(), dueOn: day }),
    show: async (request) => {
      const { asked, said } = await readPromise(request);
      return { readyOn: said, dueOn: adviceDue(asked.receivedOn) };
    },
  });
  ready(`${ofAdvice}/ready`, {
    summary: 'Say when the advice will be ready',
    may: readsFile,
    form: promiseSchema,
    act: (request, form) => promiseOnce(request, services, form),
  });
}

async function answered(request: FastifyRequest, reply: FastifyReply, done: Promise<Outcome>) {
  const outcome = await done;
  return outcome.ok ? showAdvice(request) : problem(reply, outcome);
}

async function showAdvice(request: FastifyRequest) {
  const id = idIn(request, 'adviceRequestId');
  const { asked, advice } = await request.act(async (tx) => ({
    asked: found(await findAsked(tx, id)),
    advice: await findAdvice(tx, id),
  }));
  request.readsChildFile(asked);
  const { version = 1, content = null, signed = null } = advice ?? {};
  return { ...asJson(asked), version, content, signedOn: signed?.signedOn ?? null };
}

function asJson(asked: NonNullable<Awaited<ReturnType<typeof findAsked>>>) {
  const { id, paragraph, questions, askedOn } = asked;
  const dueOn = adviceDue(asked.receivedOn);
  return {
    id,
    authority: asked.authorityName,
    paragraph,
    adviser: asked.adviserName,
    questions,
    askedOn,
    dueOn,
  };
}
