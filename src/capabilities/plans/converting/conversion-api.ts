import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../../platform/http/address.ts';
import { moment, noun } from '../../../platform/http/json.ts';
import type { Services } from '../../../platform/services.ts';
import { staff } from '../plan-routes.tsx';
import { acceptanceSchema, acceptOnce } from './acceptance-sending.ts';
import { asideSchema, open, reads } from './conversion-routes.tsx';
import { type Conversion, listConversions } from './conversion-store.ts';
import { saidOf } from './identity.ts';
import { sayPlace } from './place.ts';
import { placeSchema } from './place-schema.ts';
import { problemsOf } from './review.ts';
import { decideOnce, setAsideOnce, whyClosed } from './review-sending.ts';

const about = {
  id: z.uuid(),
  title: z.string(),
  kind: z.string(),
  sentBy: z.string(),
  sentAt: moment,
  setAside: z.string().nullable().describe('Why nothing is to come of it'),
  planId: z.uuid().nullable().describe('The plan it became'),
};

const answer = z.object({
  ...about,
  closed: z.string().nullable().describe('Why nothing may be decided on it now'),
  passages: z.array(
    z.object({
      number: z.int(),
      version: z.int().describe('How often it was decided on: sent back with the next decision'),
      text: z.string(),
      from: z.string(),
      place: placeSchema.nullable(),
      in: z.string().nullable().describe('The place in words'),
      links: z.array(z.string()),
      why: z.string().nullable().describe('Why it could not be placed'),
      leftOut: z.string().nullable(),
      decidedBy: z.string().nullable(),
    }),
  ),
  ignored: z.array(z.object({ text: z.string(), from: z.string(), why: z.string() })),
  notes: z.array(z.string()),
  problems: z.array(z.object({ number: z.int(), message: z.string() })),
});

const listing = z.object({ conversions: z.array(z.object(about)) });
const listQuery = z.object({
  which: z.enum(['waiting', 'done']).default('waiting'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

const short = z.string().max(2000).default('');
const decision = z.object({
  passage: z.coerce.number().int().min(1).max(100_000),
  version: z.coerce.number().int().min(0).max(100_000),
  where: z
    .string()
    .max(200)
    .describe(
      'As the page’s choices are: `need:health`, `provision:F:cognition and learning`, `field:A1`, `leave out`',
    ),
  part: short,
  row: short,
  links: short,
  text: z.string().max(20_000),
  reason: short,
});

/** Plans written elsewhere as JSON: the review as it stands, and the decisions its pages take. */
export function conversionApi(app: FastifyInstance, services: Services): void {
  const [tag, may] = ['plans', { access: staff } as const];
  const listed = {
    summary: 'Plans written elsewhere: those to review, or done with',
    tag,
    query: listQuery,
    answer: listing,
  };
  app.get('/api/plans/conversions', { config: { ...may, api: listed } }, async (request) => {
    const { which, page } = listQuery.parse(request.query);
    const conversions = await request.act((tx) => listConversions(tx, which, page, 50));
    return listing.parse({ conversions: conversions.map(aboutOf) });
  });

  const url = '/api/plans/conversions/:conversionId';
  const takes = noun(app, url, {
    summary: 'A plan written elsewhere, as it was read and decided on',
    tag,
    may: reads,
    answer,
    async show(request) {
      const opened = await open(request, services, idIn(request, 'conversionId'));
      const { conversion, passages, ignored, notes } = opened;
      return {
        ...aboutOf(conversion),
        closed: whyClosed(opened)?.message ?? null,
        passages: passages.map((passage) => ({
          ...passage,
          links: [...passage.links],
          in: passage.place === null ? null : sayPlace(passage.place),
        })),
        ignored,
        notes,
        problems: problemsOf(passages),
      };
    },
  });

  takes(`${url}/passages`, {
    summary: 'Decide on one passage: where it goes and what it says, or why it is left out',
    may: reads,
    form: decision,
    act: (request, form) => decideOnce(request, services, idIn(request, 'conversionId'), [form], ''),
  });

  takes(`${url}/acceptance`, {
    summary: 'Accept it as the plan of a child, in force from the day it was issued',
    may: reads,
    form: acceptanceSchema,
    async act(request, form) {
      const id = idIn(request, 'conversionId');
      const { passages } = await open(request, services, id);
      return acceptOnce(request, services, id, form, saidOf(passages));
    },
  });

  takes(`${url}/removal`, {
    summary: 'Set it aside, and why nothing is to come of it',
    may: reads,
    form: asideSchema,
    act: (request, { aside }) => setAsideOnce(request, services, idIn(request, 'conversionId'), aside),
  });
}

function aboutOf({ id, title, kind, sentBy, sentAt, setAside, accepted }: Conversion) {
  return {
    id,
    title,
    kind,
    sentBy,
    sentAt,
    setAside: setAside?.reason ?? null,
    planId: accepted?.planId ?? null,
  };
}
