import { z } from 'zod';
import { capital } from '../../shared/words.ts';
import type { ApiDescription, ListedRoute } from './types.ts';

type Described = { method: string; url: string; api: ApiDescription };
type Named = Record<string, unknown>;

const JSON_SCHEMA = 'https://json-schema.org/draft/2020-12/schema';
const { $schema: _, ...UUID } = z.toJSONSchema(z.uuid());

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

const IDEMPOTENCY_KEY = {
  name: 'idempotency-key',
  in: 'header',
  required: false,
  description: 'A UUID: the same call again with it is answered as the first was',
  schema: ref('schemas', 'Uuid'),
};

/**
 * The OpenAPI 3.1 description of every route that has one, from the same schemas the routes parse with. What several
 * operations share stands once, under `components`: each noun as it is answered, the parts of addresses, and problems.
 */
export function openApi(routes: readonly ListedRoute[]): unknown {
  const described = routes.flatMap(({ method, url, api }) =>
    api === undefined || method === 'HEAD' ? [] : [{ method, url, api }],
  );
  const names = namesOf(described);
  const schemas: Named = { Uuid: UUID };
  for (const [answer, name] of names) {
    if (name in schemas) throw new Error(`two answers would be called ${name}`);
    schemas[name] = schemaOf(answer, 'output');
  }
  const parameters: Named = { IdempotencyKey: IDEMPOTENCY_KEY };
  const paths: Record<string, Named> = {};
  for (const { method, url, api } of described) {
    const parts = [...url.matchAll(/:(\w+)/g)].map(([, part = '']) => part);
    for (const part of parts) parameters[part] = inAddress(part);
    const path = url.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= parts.length === 0 ? {} : { parameters: parts.map((part) => ref('parameters', part)) };
    paths[path][method.toLowerCase()] = operation(method, api, names.get(api.answer) ?? '');
  }
  return {
    openapi: '3.1.0',
    info: { title: 'OpenSEND', version: '0.1.0', description: 'The pages’ own nouns and commands, as JSON.' },
    jsonSchemaDialect: JSON_SCHEMA,
    paths,
    components: { schemas, parameters, responses: { Problem: PROBLEM } },
  };
}

function operation(method: string, api: ApiDescription, answer: string): Named {
  const parameters = [
    ...queryOf(api.query),
    ...(method === 'GET' ? [] : [ref('parameters', 'IdempotencyKey')]),
  ];
  return {
    summary: api.summary,
    tags: [api.tag],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(api.body === undefined
      ? {}
      : { requestBody: { required: true, content: json(schemaOf(api.body, 'input')) } }),
    responses: {
      '200': { description: 'Done', content: json(ref('schemas', answer)) },
      '4XX': ref('responses', 'Problem'),
    },
  };
}

/** Each answer with its name: the address's that reads it, or where nothing does, that of the first to answer with it. */
function namesOf(described: readonly Described[]): Map<z.ZodType, string> {
  const names = new Map<z.ZodType, string>();
  for (const { method, url, api } of described) {
    if (method === 'GET' && !names.has(api.answer)) names.set(api.answer, nameOf(url));
  }
  for (const { url, api } of described) {
    if (!names.has(api.answer)) names.set(api.answer, `${nameOf(url)}Done`);
  }
  return names;
}

/** `/api/children/:childId/people` is ChildrenPeople; `/api/requests/:requestId`, one of a list, is Request; `/:id` is One. */
function nameOf(url: string): string {
  const [last = '', ...above] = url.split('/').slice(2).reverse();
  const one = last === ':id' ? ['one', ...above] : [last.replace(/^:|Id$/g, ''), ...above.slice(1)];
  const parts = (last.startsWith(':') ? one : [last, ...above]).filter((part) => !part.startsWith(':'));
  return parts
    .reverse()
    .flatMap((part) => part.split('-').map(capital))
    .join('');
}

function inAddress(name: string): Named {
  const schema = /^id$|Id$/.test(name) ? ref('schemas', 'Uuid') : { type: 'string' };
  return { name, in: 'path', required: true, schema };
}

function queryOf(query: z.ZodObject | undefined): Named[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema, 'input'),
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...said } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== 'uuid') return;
      for (const name of Object.keys(UUID)) delete jsonSchema[name];
      jsonSchema.$ref = '#/components/schemas/Uuid';
    },
  });
  return said;
}

function ref(kind: 'schemas' | 'parameters' | 'responses', name: string): Named {
  return { $ref: `#/components/${kind}/${name}` };
}

function json(schema: unknown): Named {
  return { 'application/json': { schema } };
}
