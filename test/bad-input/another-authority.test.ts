import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { browser } from '../support/app.ts';
import { anAuthority, ownerPool } from '../support/database.ts';
import { type DemoService, demoService } from '../support/demo.ts';
import { aFamily, aProfessional, aStaffMember } from '../support/people.ts';
import { type Ids, type Situations, situations } from '../sweeps/situations.ts';

/* Identifiers that are somebody else's: at every address that takes one, it is as if there were nothing there. */

let service: DemoService;
let at: Situations;

beforeAll(async () => {
  service = await demoService();
  at = await situations(service);
});
afterAll(() => service.app.close());

/**
 * Every address with an identifier in it that is not for everybody, with identifiers of the demonstration's authority.
 * The directory of organisations is one for the whole country: whoever is staff may look at any.
 */
function addresses(): Address[] {
  // A setting is national: whatever authority asked it may write down what it said, in its own name.
  const open = /^\/(assets|demo-identity|rules|(api\/)?(organisations|settings))\//;
  const known: Ids = { ...at.planned, ...at.writing, ...at.final, ...at.first };
  return service.app.listedRoutes.flatMap(({ method, url, access, api }) => {
    if (access === 'public' || !url.includes('/:') || open.test(url)) return [];
    if (method !== 'GET' && method !== 'POST') return [];
    const address = url.replace(/:(\w+)/g, (_, name: string) => known[name] ?? randomUUID());
    return [
      {
        method,
        url: address,
        body:
          api?.body === undefined
            ? undefined
            : sampleOf(z.toJSONSchema(api.body, { io: 'input', unrepresentable: 'any' })),
      },
    ];
  });
}

type Address = { method: 'GET' | 'POST'; url: string; body: unknown };

/** Something a call takes, from its description: so that it is answered for what it asks about, and not for how. */
function sampleOf(schema: z.core.JSONSchema._JSONSchema): unknown {
  if (typeof schema === 'boolean') return null;
  const one = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (one !== undefined) return sampleOf(one);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? true)]),
      );
    case 'string':
      return schema.format === 'uuid'
        ? randomUUID()
        : schema.format === 'date' || schema.pattern !== undefined
          ? '2025-02-03'
          : 'x';
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'array':
      return schema.minItems === undefined || Array.isArray(schema.items)
        ? []
        : [sampleOf(schema.items ?? true)];
    default:
      return null;
  }
}

/** What a page cannot read it answers before anything is looked for, so the answer is the same whatever is there. */
function isUnread({ url }: Address, status: number): boolean {
  return !url.startsWith('/api/') && status === 400;
}

test.each([
  [
    'staff of another authority',
    (authority: number) => aStaffMember(service, authority, 'manager', 'Vi Sayers'),
  ],
  [
    'an organisation nothing was put before',
    async () => {
      const { rows } = await ownerPool().query(
        `insert into organisations (id, kind, name) values (gen_random_uuid(), 'health', 'Otherton Health') returning id`,
      );
      return aProfessional(service, rows[0].id);
    },
  ],
  ['another family', () => aFamily(service, [randomUUID()])],
])(
  'to %s nothing is there, and each look is recorded',
  async (_, signIn) => {
    const stranger = browser(service);
    stranger.signInWith(await signIn(await anAuthority('Otherton')));
    const looks = async () =>
      (await ownerPool().query(`select count(*)::int as count from access_events where kind = 'not shown'`))
        .rows[0].count;
    const before = await looks();
    const answers = [];
    let shut = 0;
    for (const address of addresses()) {
      const { statusCode } = await sent(stranger, address);
      if (statusCode === 404) shut += 1;
      else if (!isUnread(address, statusCode))
        answers.push(`${address.method} ${address.url} answered ${statusCode}`);
    }
    expect(answers).toEqual([]);
    expect((await looks()) - before).toBe(shut);
    expect(shut).toBeGreaterThan(50);
  },
  60_000,
);

function sent(stranger: ReturnType<typeof browser>, { method, url, body }: Address) {
  if (method === 'GET') return stranger.get(url);
  if (body !== undefined) return stranger.postJson(url, body);
  return stranger.post(url, { idempotencyKey: randomUUID(), version: '1', reason: 'x', name: 'x', q: 'x' });
}
