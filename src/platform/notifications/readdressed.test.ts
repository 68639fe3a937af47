import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import type { Config } from '../config/index.ts';
import { withLens } from '../lens/index.ts';
import { deliverLetter } from './deliver.ts';
import { toArrange } from './preferences.ts';
import { type LetterContact, WAYS } from './recipient.ts';
import { type Letter, sendLetter } from './send.ts';
import { wentElsewhere, whereNow } from './where-now.ts';

/* A change of where somebody is reaches every letter that has not gone, and those that have are pointed out. */

// A provider that is never asked: what is posted is printed here.
const notify: Config['notify'] = {
  apiKey: 'x',
  baseUrl: null,
  emailTemplate: null,
  textTemplate: null,
} as never;

let authority: number;
let service: TestApp;
let staff: ReturnType<typeof browser>;
let childId: string;
let contactId: string;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
  staff = browser(service);
  staff.signInWith(await aCaseworker(service, authority));
});

beforeEach(async () => {
  [childId, contactId] = [randomUUID(), randomUUID()];
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, phone, address_lines, postcode, parental_responsibility, prefers)
     values ($1, $2, $3, 'Nadia Invented', 'mother', 'nadia@invented.example', '07700 900123', '{12 Example Street}', 'WX1 1AA', true, 'post')`,
    [authority, contactId, childId],
  );
});

const change = (set: string) =>
  ownerPool().query(`update children_contacts set ${set} where id = $1`, [contactId]);
const MOVED = `address_lines = '{3 Withy Lane}', postcode = 'WX3 3BB'`;

const SOMEBODY: LetterContact = {
  id: '',
  name: 'Nadia Invented',
  email: null,
  phone: null,
  addressLines: [],
  postcode: null,
  restricted: false,
  prefers: 'post',
};

async function written(changes: Partial<Letter> = {}): Promise<string> {
  const contact = { ...SOMEBODY, id: contactId };
  const letter = { template: 'a decision', subject: 'Our decision', body: 'Dear Nadia\n\nWe have decided.' };
  const to = { kind: 'contact', contact } as const;
  const id = await withLens(service.services.database, { kind: 'system', authorityId: authority }, (tx) =>
    sendLetter(tx, { authorityId: authority, childId, to, ...letter, ...changes }),
  );
  return id ?? '';
}

function deliver(letterId: string, settings: Config['notify'] = null) {
  const services = { ...service.services, config: { ...service.services.config, notify: settings } };
  return deliverLetter({ authorityId: authority, letterId }, services);
}

async function row(id: string) {
  return (await ownerPool().query('select * from letters where id = $1', [id])).rows[0];
}

function post(url: string) {
  return staff.post(url, { idempotencyKey: randomUUID() });
}

test('a letter written before a move goes to the new address, and says where it was written to', async () => {
  const id = await written();
  await change(MOVED);
  await deliver(id);
  expect(await row(id)).toMatchObject({
    address: ['3 Withy Lane', 'WX3 3BB'],
    written_to: ['12 Example Street', 'WX1 1AA'],
    sent_by: 'local outbox',
  });
  const page = (await staff.get(`/outbox/${id}`)).body;
  expect(page).toContain('Written to');
  expect(page).not.toContain('Sent to the old address');
});

test('and by the way they have come to prefer', async () => {
  const id = await written();
  await change(`prefers = 'email'`);
  await deliver(id);
  expect(await row(id)).toMatchObject({ channel: 'email', address: ['nadia@invented.example'] });
});

test('a letter waiting to be posted by hand shows the new address, and is posted to it', async () => {
  const id = await written();
  await deliver(id, notify);
  await change(MOVED);
  expect((await staff.get(`/outbox/${id}`)).body).toContain('3 Withy Lane');
  const { pages } = await readPdf((await staff.get(`/outbox/${id}/letter.pdf`)).rawPayload);
  expect(pages.join(' ')).toContain('3 Withy Lane');
  await post(`/outbox/${id}/posting`);
  expect(await row(id)).toMatchObject({ address: ['3 Withy Lane', 'WX3 3BB'], sent_by: 'hand' });
});

test('a letter that had gone is shown as sent to the old address, and is sent again once, to the new', async () => {
  const id = await written();
  await deliver(id);
  expect((await staff.get(`/outbox/${id}`)).body).not.toContain('Send it again');
  await change(MOVED);
  for (const at of [`/outbox/${id}`, '/outbox', `/cases/${childId}/documents`])
    expect((await staff.get(at)).body).toContain('Sent to the old address');
  expect((await staff.get(`/cases/${childId}/people`)).body).toContain(`/outbox/${id}`);
  const [first, second] = await Promise.all([post(`/outbox/${id}/again`), post(`/outbox/${id}/again`)]);
  expect(first.headers.location).toBe(second.headers.location);
  const again = String(first.headers.location).split('/').at(-1) ?? '';
  expect(await row(again)).toMatchObject({
    again_of: id,
    subject: 'Our decision',
    address: ['3 Withy Lane', 'WX3 3BB'],
  });
  for (const at of [`/outbox/${id}`, `/cases/${childId}/people`, `/cases/${childId}/documents`])
    expect((await staff.get(at)).body).not.toContain('old address');
  expect((await staff.get(`/outbox/${id}`)).body).toContain('Sent again');
});

test('sent again, what is enclosed is read as the letter is: another’s address in it keeps it back', async () => {
  const documentId = await enclosure();
  const id = await written({ documentId, documentWords: 'He lives at 9 Elm Row' });
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers)
     values ($1, $2, $3, 'Karim Invented', 'father', '{9 Elm Row}', 'WX9 9ZZ', true, 'post')`,
    [authority, randomUUID(), childId],
  );
  // Nobody had his address when it was written; by the time it goes he is on the file.
  await deliver(id);
  expect(await row(id)).toMatchObject({ sent_by: 'local outbox' });
  await change(MOVED);
  expect((await staff.get(`/outbox/${id}`)).body).toContain('has not read what is enclosed yet');
  await post(`/outbox/${id}/again`);
  expect(await again(id)).toEqual([]);
  await read(documentId, 'He lives at 9 Elm Row, WX9 9ZZ');
  await post(`/outbox/${id}/again`);
  expect(await again(id)).toEqual([
    expect.objectContaining({ failure: expect.stringContaining('somebody else on the file'), sent_at: null }),
  ]);
});

test('and a letter that waits is read again with what is enclosed, as the file then is', async () => {
  const documentId = await enclosure();
  const id = await written({ documentId });
  await read(documentId, 'She is at 3 Withy Lane');
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers)
     values ($1, $2, $3, 'Amal Invented', 'aunt', '{3 Withy Lane}', 'WX3 3BB', true, 'post')`,
    [authority, randomUUID(), childId],
  );
  await deliver(id);
  expect(await row(id)).toMatchObject({ failure: expect.stringContaining('somebody else on the file') });
});

async function enclosure(): Promise<string> {
  const documentId = randomUUID();
  await ownerPool().query(
    `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key)
     values ($1, $2, $3, 'report', 'A plan', 'application/pdf', 1, $4, gen_random_uuid()::text)`,
    [authority, documentId, childId, 'a'.repeat(64)],
  );
  return documentId;
}

async function read(documentId: string, words: string): Promise<void> {
  const of = [authority, documentId];
  await ownerPool().query(
    `insert into document_readings (authority_id, document_id, read_at, page_count) values ($1, $2, now(), 1)`,
    of,
  );
  await ownerPool().query(
    `insert into document_pages (authority_id, document_id, number, text) values ($1, $2, 1, $3)`,
    [...of, words],
  );
}

async function again(id: string) {
  return (await ownerPool().query('select * from letters where again_of = $1', [id])).rows;
}

test('another way of writing to somebody is no other address', async () => {
  const id = await written();
  await deliver(id);
  await change(`prefers = 'email'`);
  expect((await staff.get(`/outbox/${id}`)).body).not.toContain('Sent to the old address');
  await change(`address_lines = '{12  example street.}', postcode = 'wx11aa'`);
  expect((await staff.get(`/outbox/${id}`)).body).not.toContain('Sent to the old address');
});

test('what somebody needs that cannot be made here is said on every letter to them; large print is made', async () => {
  const id = await written();
  await change(`format = 'braille', language = 'Polish', interpreter = 'Polish', bsl = true`);
  const page = (await staff.get(`/outbox/${id}`)).body;
  for (const words of [
    'They asked for braille',
    'They asked for letters in Polish',
    'They need an interpreter',
    'British Sign Language',
  ])
    expect(page).toContain(words);
  const long = 'We have decided. '.repeat(300);
  await ownerPool().query('update letters set body = $2 where id = $1', [id, long]);
  const usual = await readPdf((await staff.get(`/outbox/${id}/letter.pdf`)).rawPayload);
  await change(`format = 'large print'`);
  expect((await staff.get(`/outbox/${id}`)).body).toContain('in large print');
  const large = (await staff.get(`/outbox/${id}/letter.pdf`)).rawPayload;
  expect(usual.pages.join(' ')).toContain('We have decided.');
  // The same words in 18 point instead of 10.5 take about three times the paper.
  expect((await readPdf(large)).pages.length).toBeGreaterThanOrEqual(2 * usual.pages.length);
  expect(toArrange({ format: 'large print', language: null, interpreter: null, bsl: false })).toEqual([]);
});

test('contact restricted after a letter was to be posted: it is not to be printed, and cannot be marked as posted', async () => {
  const id = await written();
  await deliver(id, notify);
  await change(`restricted = true, restricted_reason = 'An order'`);
  const page = (await staff.get(`/outbox/${id}`)).body;
  expect(page).toContain('Do not send this. This person is marked restricted.');
  expect(page).not.toContain('I have posted this letter');
  expect((await staff.get(`/outbox/${id}/letter.pdf`)).statusCode).toBe(303);
  await post(`/outbox/${id}/posting`);
  expect(await row(id)).toMatchObject({ sent_at: null, failure: 'This person is marked restricted' });
  await post(`/outbox/${id}/again`);
  const { rows } = await ownerPool().query('select 1 from letters where again_of = $1', [id]);
  expect(rows).toEqual([]);
});

test('a one-time code is never sent twice', async () => {
  const id = await written();
  await deliver(id);
  await ownerPool().query(`update letters set body = 'Your code is ((secret))' where id = $1`, [id]);
  await change(MOVED);
  expect((await staff.get(`/outbox/${id}`)).body).toContain('never sent twice');
  expect((await post(`/outbox/${id}/again`)).headers.location).toBe(`/outbox/${id}`);
});

const address = fc.record({
  email: fc.option(fc.constantFrom('a@invented.example', 'b@invented.example')),
  phone: fc.option(fc.constantFrom('07700 900123', '07700 900456')),
  addressLines: fc.constantFrom<string[]>(['1 Example Street'], ['2 Example Street'], []),
  postcode: fc.option(fc.constantFrom('WX1 1AA', 'WX2 2BB')),
  prefers: fc.constantFrom<LetterContact['prefers'][]>('email', 'text', 'post'),
});

test('whatever changes while it waits, a letter sent to where its recipient now is did not go elsewhere', () => {
  fc.assert(
    fc.property(
      address,
      address,
      fc.boolean(),
      fc.option(fc.constantFrom(...WAYS)),
      (then, now, short, chosenWay) => {
        const before: LetterContact = { id: 'x', name: 'Nadia', restricted: false, ...then };
        const after = { ...before, ...now };
        const first = whereNow(
          { recipientName: 'Nadia', channel: 'post', address: [], short, chosenWay },
          before,
        );
        const to = whereNow({ recipientName: 'Nadia', ...first, short, chosenWay }, after);
        if (to.address.length > 0)
          expect(wentElsewhere({ recipientName: 'Nadia', ...to }, after)).toBe(false);
      },
    ),
  );
});
