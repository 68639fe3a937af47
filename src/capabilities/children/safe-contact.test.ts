import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent } from '../../../test/support/people.ts';
import { type Actor, withLens } from '../../platform/lens/index.ts';
import { deliverLetter } from '../../platform/notifications/index.ts';
import { aChild, aContact } from './examples.ts';

/*
 * Where one person on a file is must reach no other, and a person contact with whom is restricted must be reached by
 * nothing: tried through every page a family has, every form, every letter and every table.
 */

const HIDDEN = ['withy', 'wx3 3bb', 'wx33bb', 'hidden@sallow.example', '07700 900789'];

let authority: number;
let wexcombe: TestApp;
let priya: ReturnType<typeof browser>;
let childId: string;
let annId: string;
let benId: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  priya = browser(wexcombe);
  priya.signInWith(await aCaseworker(wexcombe, authority));
});

beforeEach(async () => {
  childId = await aChild(authority);
  annId = await aContact(authority, childId, { name: 'Ann Sallow', relationship: 'mother' });
  benId = await aContact(authority, childId, { name: 'Ben Sallow', relationship: 'father' });
  await ownerPool().query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', 'Ann Sallow', $5, '[]', now())`,
    [
      authority,
      randomUUID(),
      `R-${randomUUID().slice(0, 4)}-${randomUUID().slice(0, 4)}`.toUpperCase(),
      childId,
      annId,
    ],
  );
});

function post(who: typeof priya, url: string, fields: Record<string, string> = {}) {
  return who.post(url, { idempotencyKey: randomUUID(), ...fields });
}

async function as(name: 'Ann Sallow' | 'Ben Sallow') {
  const parent = browser(wexcombe);
  const contactId = name === 'Ann Sallow' ? annId : benId;
  parent.signInWith(await aParent(wexcombe, [{ authorityId: authority, childId, contactId }], name));
  return parent;
}

async function asCode(contactId: string) {
  const parent = browser(wexcombe);
  parent.signInWith(await aFamily(wexcombe, [childId], contactId));
  return parent;
}

/** Ann moves somewhere she does not want known, in every way she can say so, and staff write it everywhere they can. */
async function annMoves() {
  const where = {
    email: 'hidden@sallow.example',
    phone: '07700 900789',
    address: '3 Withy Lane',
    postcode: 'WX3 3BB',
  };
  const rest = {
    prefers: 'post',
    format: 'braille',
    language: 'Polish',
    interpreter: '',
    bsl: 'no',
    version: '1',
  };
  expect(
    (await post(await as('Ann Sallow'), `/family/${childId}/contact-details`, { ...where, ...rest }))
      .statusCode,
  ).toBe(303);
  const at = `/cases/${childId}`;
  expect(
    (await post(priya, `${at}/circumstances/address`, { address: where.address, postcode: where.postcode }))
      .statusCode,
  ).toBe(303);
  const names = {
    givenNames: 'Ivy',
    familyName: 'Sallow',
    preferredName: 'Ives',
    why: 'Lives at 3 Withy Lane, WX3 3BB',
    version: '1',
  };
  expect((await post(priya, `${at}/particulars/names`, names)).statusCode).toBe(303);
  await post(await as('Ann Sallow'), `/family/${childId}/messages`, {
    body: 'We are at 3 Withy Lane, WX3 3BB',
  });
  const voice = {
    ...{
      way: 'words',
      words: 'I like 3 WITHY Lane.',
      helpedBy: 'hidden@sallow.example',
      recordedBy: 'Ann Sallow',
    },
    ...{ howGathered: 'At home: ring 07700 900789, or come to wx33bb' },
    ...{ 'gatheredOn-day': '1', 'gatheredOn-month': '2', 'gatheredOn-year': '2025' },
  };
  expect((await post(await as('Ann Sallow'), `/children/${childId}/voice`, voice)).statusCode).toBe(303);
  const consent = {
    agency: 'health',
    what: 'That she is assessed',
    givenBy: 'Ann Sallow',
    givenHow: 'by telephone',
    'givenOn-day': '1',
    'givenOn-month': '2',
    'givenOn-year': '2025',
  };
  expect((await post(priya, `${at}/consents/new`, consent)).statusCode).toBe(303);
}

async function consentId(): Promise<string> {
  const { rows } = await ownerPool().query('select id from children_consents where child_id = $1', [childId]);
  return rows[0]?.id ?? randomUUID();
}

async function familyAddresses(method: 'GET' | 'POST'): Promise<string[]> {
  const ids: Record<string, string> = { childId, consentId: await consentId() };
  const theirs = wexcombe.app.listedRoutes.filter(
    ({ access, method: by, url }) =>
      by === method && (access === 'family' || (access === 'anyone signed in' && url.includes(':childId'))),
  );
  return theirs.map(({ url }) => url.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID()));
}

const ENOUGH = 8;

test('no page of one parent’s shows where the other is, however staff and the other wrote it down', async () => {
  await annMoves();
  const addresses = await familyAddresses('GET');
  expect(addresses.length).toBeGreaterThan(ENOUGH);
  for (const ben of [await as('Ben Sallow'), await asCode(benId)]) {
    let opened = 0;
    for (const address of addresses) {
      const { statusCode, body } = await ben.get(address);
      opened += Number(statusCode === 200);
      const shown = body.toLowerCase();
      for (const trace of HIDDEN) expect([address, shown.includes(trace)]).toEqual([address, false]);
    }
    expect(opened).toBeGreaterThan(8);
  }
});

test('no table, through one parent’s lens, has where the other is, but for the child’s own row', async () => {
  await annMoves();
  const family: Actor = {
    kind: 'family',
    accountId: randomUUID(),
    sessionId: randomUUID(),
    name: 'Ben',
    childIds: [childId],
  };
  const { rows } = await ownerPool().query(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind in ('r', 'v')
       -- National directories say where anybody may live and every setting is, and nothing of any family.
       and relname not in ('postcodes', 'settings') order by 1`,
  );
  const telling: string[] = [];
  for (const { name } of rows) {
    const seen = await withLens(testDatabase(), family, async (tx) => {
      const all = await sql<{
        row: string;
      }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(tx);
      return all.rows.map(({ row }) => row).join('\n');
    }).catch((error: unknown) => {
      if (error instanceof Error && error.message.includes('permission denied')) return '';
      throw error;
    });
    if (HIDDEN.some((trace) => seen.toLowerCase().includes(trace))) telling.push(name);
  }
  // The child's own row has the child's own address, which no page shows a family; and what Ann herself wrote of the child is
  // read on its page without it.
  expect(telling).toEqual(['child_voices', 'children']);
});

test('once contact is restricted, nothing opens for them, by account or by code, and no form does anything', async () => {
  await annMoves();
  const sessions = [await as('Ben Sallow'), await asCode(benId)];
  await post(priya, `/cases/${childId}/people/${benId}/restriction`, { reason: 'An order of the court' });
  const before = await everythingOf();
  for (const ben of sessions) {
    for (const address of await familyAddresses('GET'))
      if (address.includes(childId))
        expect([address, (await ben.get(address)).statusCode]).not.toEqual([address, 200]);
    for (const address of await familyAddresses('POST'))
      await post(ben, address, {
        body: 'Where is she?',
        from: 'Ben',
        prefers: 'email',
        email: 'ben@sallow.example',
        format: 'standard',
        bsl: 'no',
        version: '1',
      });
  }
  expect(await everythingOf()).toEqual(before);
});

async function everythingOf() {
  const { rows } = await ownerPool().query(
    `select (select jsonb_agg(to_jsonb(k) order by k.id) from children_contacts k where k.child_id = $1) as contacts,
       (select jsonb_agg(to_jsonb(s) order by s.id) from children_consents s where s.child_id = $1) as consents,
       (select count(*) from letters l where l.child_id = $1) as letters, (select count(*) from messages m where m.child_id = $1) as messages`,
    [childId],
  );
  return rows[0];
}

test('of every letter from now on none is for them, and none waiting, printed or repeated reaches them', async () => {
  const ofBen = `select id from letters where child_id = $2 and contact_id = $1`;
  await post(priya, `/cases/${childId}/messages`, { body: 'How are things?' });
  const { rows: waiting } = await ownerPool().query('select id from letters where contact_id = $1', [benId]);
  expect(waiting.length).toBeGreaterThan(0);
  await annMoves();
  await post(priya, `/cases/${childId}/people/${benId}/restriction`, { reason: 'An order of the court' });
  const { rows: before } = await ownerPool().query(ofBen, [benId, childId]);
  const why = {
    name: 'Ben Sallow',
    relationship: 'father',
    parentalResponsibility: 'yes',
    why: 'He telephoned',
  };
  const details = {
    prefers: 'post',
    email: '',
    phone: '',
    address: '9 Elm Row',
    postcode: 'WX9 9ZZ',
    format: 'audio',
    language: '',
    interpreter: '',
    bsl: 'no',
    version: '1',
  };
  expect(
    (await post(priya, `/cases/${childId}/people/${benId}/details`, { ...details, ...why })).statusCode,
  ).toBe(303);
  await post(priya, `/cases/${childId}/messages`, { body: 'Another word' });
  await post(priya, `/family/${childId}/consents/${await consentId()}/withdrawal`);
  for (const { id } of waiting) {
    await deliverLetter({ authorityId: authority, letterId: id }, wexcombe.services);
    expect((await priya.get(`/outbox/${id}/letter.pdf`)).statusCode).toBe(303);
    await post(priya, `/outbox/${id}/posting`);
    await post(priya, `/outbox/${id}/again`);
  }
  const { rows: after } = await ownerPool().query(ofBen, [benId, childId]);
  expect(after).toEqual(before);
  const { rows: sent } = await ownerPool().query(
    'select id from letters where contact_id = $1 and sent_at is not null',
    [benId],
  );
  expect(sent).toEqual([]);
});

test('whatever staff write to the family, what says where one is is told to no other', async () => {
  await annMoves();
  const around = fc
    .string({ unit: 'grapheme-ascii', maxLength: 20 })
    .map((text) => text.replace(/[\d+@]/g, ' '));
  const trace = fc.constantFrom(
    '3 Withy Lane',
    'WX3 3BB',
    'wx33bb',
    'HIDDEN@sallow.example',
    '+44 7700 900789',
  );
  await fc.assert(
    fc.asyncProperty(around, trace, around, async (before, where, after) => {
      const body = `${before} ${where} ${after}`;
      const to = { body, to: 'everybody' };
      expect((await post(priya, `/cases/${childId}/messages`, to)).statusCode).toBe(400);
      const { rows } = await ownerPool().query(
        `select 1 from messages where child_id = $1 and from_kind = 'staff'`,
        [childId],
      );
      expect(rows).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
