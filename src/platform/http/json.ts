import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import type { Refusal } from '../../shared/result.ts';
import { readForm } from './forms.ts';
import { problem } from './problem.ts';
import type { Outcome } from './types.ts';

type May = Omit<FastifyContextConfig, 'api'>;

type Noun<A extends z.ZodType> = {
  summary: string;
  tag: string;
  may: May;
  query?: z.ZodObject;
  /** What is answered, and no more of it: whatever else `show` returns is left out. */
  answer: A;
  /** Reads it as the page does, and answers 404 to whoever the page would. */
  show(request: FastifyRequest): Promise<z.input<A>>;
};

type Taken<F> = {
  summary: string;
  may: May;
  /** The schema of the page's own form. */
  form: z.ZodType<F>;
  /** The page's own command. */
  act(request: FastifyRequest, form: F): Promise<Outcome>;
};

/** A moment, as it is answered. */
export const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.string().meta({ format: 'date-time' }));

/** A day, as it is answered. */
export const day = z.string().meta({ format: 'date' });

/**
 * One noun as JSON; returns how it takes a command. A command's body is what the page's form would send, by that form's own
 * schema; its answer is the noun as it stands then. To whoever is shown no such noun there is none, whatever they send.
 */
export function noun<A extends z.ZodType>(app: FastifyInstance, url: string, noun: Noun<A>) {
  const { summary, tag, may, query, answer, show } = noun;
  const api = { summary, tag, answer, ...(query === undefined ? {} : { query }) };
  app.get(url, { config: { ...may, api } }, async (request) => pick(answer, await show(request)));

  return <F>(at: string, { summary, may, form, act }: Taken<F>): void => {
    const described = { summary, tag, body: form, answer };
    app.post(at, { config: { ...may, api: described } }, async (request, reply) => {
      const read = readForm(form, texts(request.body));
      const outcome = read.ok ? await act(request, read.value) : refusalOf(read.errors);
      // Shown after a refusal too: whoever it would not be shown to is told of no field of it.
      const shown = await show(request);
      return outcome.ok ? pick(answer, shown) : problem(reply, outcome);
    });
  };
}

function refusalOf(errors: FieldErrors): Refusal {
  return { ok: false, ...firstOf(errors) };
}

// What the description does not have is not told: a row read for a page may hold more.
function pick<A extends z.ZodType>(answer: A, shown: z.input<A>): z.output<A> {
  const picked = answer.safeParse(shown);
  if (!picked.success) throw new Error(`not as described: ${picked.error.issues[0]?.path.join('.')}`);
  return picked.data;
}

/** A JSON body's values as a form would have sent them. */
export function texts(body: unknown): Record<string, string> {
  const values = z.record(z.string(), z.unknown()).catch({}).parse(body);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asText(value)]));
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(asText).join(',') : String(value);
}

/** The first thing wrong with a form, as the API says it. */
export function firstOf(errors: FieldErrors): { field: string; message: string } {
  const [field = '', message = 'The body could not be read'] = Object.entries(errors)[0] ?? [];
  return { field, message };
}
