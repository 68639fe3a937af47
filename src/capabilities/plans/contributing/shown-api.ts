import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../../platform/http/json.ts';
import type { Services } from '../../../platform/services.ts';
import { compared, suggestionAnswer } from '../suggestion-api.ts';
import { readShown } from './shown-reading.ts';
import {
  commentAs,
  commentSchema,
  contributorSuggests,
  lookOnce,
  SHOWN,
  suggestAs,
} from './shown-routes.tsx';

const may = { access: 'organisation', childFile: true } as const;

const settled = z.object({ settled: z.boolean(), waitsFor: z.enum(['staff', 'the other side']).nullable() });
const comment = z.object({
  id: z.uuid(),
  rowId: z.uuid(),
  by: z.string(),
  words: z.string(),
  on: day,
  following: settled,
});
const suggestion = z.object({
  id: z.uuid(),
  by: z.string(),
  on: day,
  why: z.string(),
  fields: compared,
  answer: suggestionAnswer,
});
const said = { comments: z.array(comment).readonly(), suggestions: z.array(suggestion).readonly() };
const answer = z.object({
  childName: z.string(),
  showing: z.object({
    id: z.uuid(),
    authorityName: z.string(),
    words: z.string(),
    shownOn: day,
    planIssuedOn: day.nullable(),
  }),
  lines: z.array(
    z.object({
      rowId: z.uuid(),
      section: z.string(),
      name: z.string(),
      fields: z.array(z.object({ label: z.string(), text: z.string() })).readonly(),
      ...said,
    }),
  ),
  rest: z.object(said),
});

/** The lines of a draft that rest on an organisation's advice, as JSON: read, commented on and suggested for. */
export function shownApi(app: FastifyInstance, services: Services): void {
  const at = `/api${SHOWN}`;
  const takes = noun(app, at, {
    summary: 'The lines of a draft that rest on your advice, what you said there, and what came of it',
    tag: 'plans',
    may,
    answer,
    show: readShown,
  });
  takes(`${at}/comments`, {
    summary: 'Comment on one line you are shown',
    may,
    form: commentSchema,
    act: (request, form) => commentAs(request, services, form),
  });
  takes(`${at}/suggestions`, {
    summary: 'Suggest other words for a line you are shown, a new one, or one taken out',
    may,
    form: contributorSuggests,
    act: (request, form) => suggestAs(request, services, form),
  });
  takes(`${at}/looked`, {
    summary: 'Say that you have looked, and have said what you want to',
    may,
    form: z.object({}),
    act: (request) => lookOnce(request),
  });
}
