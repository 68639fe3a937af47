import { z } from 'zod';
import type { ListedRoute } from './types.ts';

const PROBLEM = {
  description: 'A problem, by RFC 9457',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          status: { type: 'integer' },
          title: { type: 'string' },
          field: { type: 'string' },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 description of every route that has one, from the same schemas the routes parse with. */
export function openApi(routes: readonly ListedRoute[]): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, url, api } of routes) {
    if (api === undefined || method === 'HEAD') continue;
    const path = url.replace(/:(\w+)/g, '{$1}');
    const parameters = [...url.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    }));
    const key = method === 'GET' ? [] : [IDEMPOTENCY_KEY];
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        summary: api.summary,
        tags: [api.tag],
        parameters: [...parameters, ...queryOf(api.query), ...key],
        ...(api.body === undefined
          ? {}
          : {
              requestBody: {
                required: true,
                content: { 'application/json': { schema: schemaOf(api.body, 'input') } },
              },
            }),
        responses: {
          '200': {
            description: 'Done',
            content: { 'application/json': { schema: schemaOf(api.answer, 'output') } },
          },
          '4XX': PROBLEM,
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'OpenSEND', version: '0.1.0', description: 'The pages’ own nouns and commands, as JSON.' },
    paths,
  };
}

function queryOf(query: z.ZodObject | undefined) {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema, 'input'),
  }));
}

const IDEMPOTENCY_KEY = {
  name: 'idempotency-key',
  in: 'header',
  required: false,
  description: 'A UUID: the same call again with it is answered as the first was',
  schema: { type: 'string', format: 'uuid' },
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}
