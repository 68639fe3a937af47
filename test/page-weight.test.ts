import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { jsonClient } from './support/json.ts';
import { aCaseworker, aFamily, aProfessional } from './support/people.ts';

/* Every page weighs less than 60 KB, however much was written: a conversation and a timeline are read a page at a time. */

const LIMIT = 60_000;
let authority: number;
let wexcombe: TestApp;
let childId: string;
let organisationId: string;
let staff: ReturnType<typeof browser>;
let family: ReturnType<typeof browser>;
let school: ReturnType<typeof browser>;
let asFamily: Awaited<ReturnType<typeof aFamily>>;

/** As long as a message may be: in English, in Bengali, and in what HTML writes longest. */
const LONG = ['every word counts ', 'প্রতিটি শব্দ গুরুত্বপূর্ণ ', '"<&"'].map((words) =>
  words.repeat(20_000).slice(0, 19_990),
);

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-04-16');
  [childId, organisationId] = [randomUUID(), randomUUID()];
  const motherId = randomUUID();
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, prefers, address_lines, parental_responsibility)
     values ($1, $3, $2, 'Jo Hartwell', 'mother', 'jo@hartwell.example', 'email', '{}', true)`,
    [authority, childId, motherId],
  );
  await owner.query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Fernhill')`,
    [organisationId],
  );
  await owner.query(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', '2025-04-01')`,
    [authority, childId, organisationId],
  );
  // Sixty of each, a day apart, named by their numbers.
  for (let number = 1; number <= 60; number++) {
    const body = `No ${number}. ${LONG[number % 3]}`.slice(0, 20_000);
    const at = new Date(Date.UTC(2025, 0, number, 12));
    const [from, promised] = number % 2 === 0 ? ['staff', null] : ['family', '2025-04-20'];
    await owner.query(
      `insert into messages (authority_id, id, child_id, from_kind, from_name, contact_id, body, sent_at, promised_on)
       values ($1, $2, $3, $4, 'Somebody', $5, $6, $7, $8)`,
      [authority, randomUUID(), childId, from, motherId, body, at, promised],
    );
    await owner.query(
      `insert into organisation_messages (authority_id, id, child_id, organisation_id, from_kind, from_name, body, sent_at, promised_on)
       values ($1, $2, $3, $4, $5, 'Somebody', $6, $7, $8)`,
      [
        authority,
        randomUUID(),
        childId,
        organisationId,
        from === 'family' ? 'organisation' : from,
        body,
        at,
        promised,
      ],
    );
  }
  await owner.query(
    `insert into events (authority_id, child_id, recorded_at, actor_kind, actor_name, kind, subject, subject_id)
     select $1, $2, timestamptz '2025-01-01 12:00Z' + n / 3 * interval '1 hour', 'staff', 'Priya Nair of the SEND team', 'happening ' || n || ' of many', 'child', $2
     from generate_series(1, 500) n`,
    [authority, childId],
  );
  [staff, family, school] = [browser(wexcombe), browser(wexcombe), browser(wexcombe)];
  staff.signInWith(await aCaseworker(wexcombe, authority));
  asFamily = await aFamily(wexcombe, [childId], motherId);
  family.signInWith(asFamily);
  school.signInWith(await aProfessional(wexcombe, organisationId, 'Helen Marsh'));
});

/** Where a page goes on; a link to its own twin in Easy Read has the query of the page itself. */
const older = (body: string, at: string) =>
  [...body.matchAll(/href="([^"]*[?]before=[^"]*)"/g)]
    .map(([, href = '']) => href)
    .find((href) => href.split('?')[1] !== at.split('?')[1]);

/** Every page of something, from the latest on, each of them light. */
async function pagesOf(who: ReturnType<typeof browser>, from: string): Promise<string[]> {
  const pages: string[] = [];
  for (let at: string | undefined = from; at !== undefined; at = older(pages.at(-1) ?? '', at)) {
    const { statusCode, body } = await who.get(at);
    expect([at, statusCode]).toEqual([at, 200]);
    expect(Buffer.byteLength(body), at).toBeLessThan(LIMIT);
    pages.push(body);
  }
  return pages;
}

const numbersIn = (pages: readonly string[], pattern: RegExp) =>
  pages
    .flatMap((page) => [...page.matchAll(pattern)].map(([, number]) => Number(number)))
    .toSorted((a, b) => a - b);
const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);

const CONVERSATIONS = [
  ['a family', () => family, () => `/family/${childId}/messages`],
  ['a family in Easy Read', () => family, () => `/easy-read/family/${childId}/messages`],
  ['the team', () => staff, () => `/cases/${childId}/messages`],
  ['the team with a school', () => staff, () => `/cases/${childId}/messages/${organisationId}`],
  ['a school', () => school, () => `/children/${childId}/messages`],
] as const;

test.each(CONVERSATIONS)(
  '%s reads sixty long messages, each once, on pages of less than 60 KB',
  async (_, who, at) => {
    const pages = await pagesOf(who(), at());
    expect(numbersIn(pages, /No (\d+)\./g)).toEqual(upTo(60));
    expect(pages[0]).toContain('No 60.');
  },
);

test.each(CONVERSATIONS)(
  '%s reads all of a message of 20,000 letters, on pages of less than 60 KB',
  async (_, who, at) => {
    const latest = (await who().get(at())).body;
    const links = [...latest.matchAll(/href="([^"]*\?message=[^"&]*)"/g)].map(([, href = '']) => href);
    for (const link of links.slice(-3)) {
      let read = '';
      let parts = 0;
      for (let next: string | undefined = link; next !== undefined; ) {
        const { body } = await who().get(next.replaceAll('&amp;', '&'));
        expect(Buffer.byteLength(body), next).toBeLessThan(LIMIT);
        read += /opensend-as-typed[^>]*>([\s\S]*?)<\/span>/.exec(body)?.[1] ?? '';
        parts++;
        next = new RegExp(`href="([^"]*[?]message=[^"]*part=${parts + 1})"`).exec(body)?.[1];
      }
      const written = read.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
      const which = Number(/^No (\d+)\./.exec(written)?.[1]);
      expect(written === `No ${which}. ${LONG[which % 3]}`.slice(0, 20_000).trimEnd() || written.length).toBe(
        true,
      );
    }
    expect(links.length).toBeGreaterThan(2);
  },
);

test('what waits for an answer is in the team’s sight, though it is older than the page it reads', async () => {
  const { body } = await staff.get(`/cases/${childId}/messages`);
  expect(body).toMatch(/\d+ messages that wait for an answer are not among these. The oldest: /);
  expect(body).toContain('Somebody, 1 January 2025');
});

test('what nobody has opened yet stays unread until its own page is', async () => {
  const unread = async () =>
    (
      await ownerPool().query(
        `select count(*)::int as many from organisation_messages where child_id = $1 and from_kind = 'staff' and seen_at is null`,
        [childId],
      )
    ).rows[0].many;
  await ownerPool().query(`update organisation_messages set seen_at = null where child_id = $1`, [childId]);
  await school.get(`/children/${childId}/messages`);
  expect(await unread()).toBeGreaterThan(0);
  await pagesOf(school, `/children/${childId}/messages`);
  expect(await unread()).toBe(0);
});

test('a program reads them a page at a time too, each message whole', async () => {
  const client = jsonClient(wexcombe, asFamily);
  const read: { body: string }[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { body } = await client.get(
      `/api/family/${childId}/messages${next === '' ? '' : `?before=${next}`}`,
    );
    read.unshift(...body.written);
    next = body.next;
  }
  expect(read.map(({ body }) => Number(/\d+/.exec(body)?.[0]))).toEqual(upTo(60));
  expect(read.every(({ body }) => body.length > 19_000)).toBe(true);
});

test('five hundred events are read newest first, each once, on pages of less than 60 KB', async () => {
  const pages = await pagesOf(staff, `/cases/${childId}/timeline`);
  expect(pages[0]).toContain('Happening 500 of many');
  expect(numbersIn(pages, /Happening (\d+) of many/g)).toEqual(upTo(500));
});
