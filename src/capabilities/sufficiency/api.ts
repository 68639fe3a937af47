import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readForm } from '../../platform/http/forms.ts';
import { day, firstOf, noun } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { sumOfLines } from './as-rows.ts';
import { METHODS } from './backtest.ts';
import { compare, forecast } from './forecast.ts';
import { PLACE_KINDS } from './places.ts';
import { askedIn, askedSchema } from './schema.ts';
import { readSources } from './sending.ts';
import { PLACED } from './today.ts';

const range = z.object({ low: z.number(), high: z.number() }).nullable();
const forecastAnswer = z.object({
  from: z.int(),
  base: z.number(),
  counted: z.array(z.object({ year: z.int(), children: z.int() })).readonly(),
  years: z
    .array(
      z.object({
        year: z.int(),
        children: z.number(),
        range,
        special: z.number(),
        specialRange: range,
        places: z.number(),
        added: z.number(),
      }),
    )
    .readonly(),
});

const tag = 'sufficiency';
const may = { access: ['manager'] } as const;
const query = z.object({
  way: z.string().optional(),
  phase: z.string().optional(),
  need: z.string().optional(),
  area: z.string().optional(),
  places: z.string().optional(),
  from: z.string().optional(),
  kind: z.string().optional(),
  newPhase: z.string().optional(),
  newNeed: z.string().optional(),
});

/** The same figures as the pages', as JSON: counts alone, for those who plan places. */
export function sufficiencyApi(app: FastifyInstance, services: Services): void {
  const api = {
    summary:
      'Children with plans, ten Januaries ahead, and special school places; or why there is no forecast',
    tag,
    query,
    answer: z.object({
      forecast: forecastAnswer.nullable(),
      missing: z.enum(['no counts', 'no ages', 'too few years']).nullable(),
      methods: z.array(z.object({ method: z.enum(METHODS), years: z.array(z.number().nullable()) })),
    }),
  };
  app.get('/api/sufficiency', { config: { ...may, api } }, async (request, reply) => {
    const read = readForm(askedSchema, request.query);
    if (!read.ok) return problem(reply, firstOf(read.errors));
    const sources = await readSources(request, services);
    const made = forecast(sources, askedIn(read.value, sources.january));
    return {
      forecast: made.ok ? made.forecast : null,
      missing: made.ok ? null : made.missing,
      methods: compare(sources),
    };
  });

  noun(app, '/api/sufficiency/today', {
    summary:
      'Children whose plans are in force, alike ones counted together; small counts, not for publishing',
    tag,
    may,
    answer: z.object({
      today: z
        .array(
          z.object({
            age: z.int(),
            need: z.string().nullable(),
            area: z.string().nullable(),
            placed: z.enum(PLACED),
            children: z.int(),
          }),
        )
        .readonly(),
    }),
    show: (request) => readSources(request, services),
  });

  noun(app, '/api/sufficiency/places', {
    summary: 'Special schools, SEN units and resourced provision in the authority’s area, and their places',
    tag,
    may,
    answer: z.object({
      places: z.array(
        z.object({
          settingId: z.uuid(),
          name: z.string(),
          kind: z.enum(PLACE_KINDS),
          independent: z.boolean(),
          area: z.string().nullable(),
          needs: z.array(z.string()).readonly(),
          places: z.int().nullable(),
          saidOn: day.nullable(),
        }),
      ),
    }),
    show: async (request) => {
      const { places } = await readSources(request, services);
      return { places: places.map(({ lines, ...one }) => ({ ...one, places: sumOfLines(lines) })) };
    },
  });
}
