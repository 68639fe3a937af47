import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** Every address with an identifier in it that is not for everybody, with identifiers of the demonstration's authority. */
function addresses(): { method: 'GET' | 'POST'; url: string }[] {
  const open = /^\/(assets|demo-identity|settings|rules|drafts|return|organisations|staff|colleagues)\//;
  const known: Ids = { ...at.planned, ...at.writing, ...at.final, ...at.first };
  return service.app.listedRoutes.flatMap(({ method, url, access }) => {
    if (access === 'public' || !url.includes('/:') || open.test(url)) return [];
    if (method !== 'GET' && method !== 'POST') return [];
    return [{ method, url: url.replace(/:(\w+)/g, (_, name: string) => known[name] ?? randomUUID()) }];
  });
}

/** What cannot be read is answered before anything is looked for, so the answer is the same whatever is there. */
function isUnread(status: number, url: string): boolean {
  return status === (url.startsWith('/api/') ? 422 : 400);
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
    const all = addresses();
    const answers = [];
    let shut = 0;
    for (const { method, url } of all) {
      const form = { idempotencyKey: randomUUID(), version: '1', reason: 'x', name: 'x', q: 'x' };
      const answer = method === 'GET' ? await stranger.get(url) : await stranger.post(url, form);
      if (answer.statusCode === 404) shut += 1;
      else if (isUnread(answer.statusCode, url)) continue;
      else answers.push(`${method} ${url} answered ${answer.statusCode}`);
    }
    expect(answers).toEqual([]);
    expect((await looks()) - before).toBe(shut);
    expect(shut).toBeGreaterThan(50);
  },
  60_000,
);
