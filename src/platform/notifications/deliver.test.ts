import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aNotify } from '../../../test/support/notify.ts';
import { aProfessional } from '../../../test/support/people.ts';
import type { Config } from '../config/index.ts';
import { type Actor, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { deliverLetter } from './deliver.ts';
import { aLetterTo, aReachedChild, letter } from './deliver-examples.ts';
import { type Letter, sendLetter } from './send.ts';

let authority: number;
let service: TestApp;
let provider: Awaited<ReturnType<typeof aNotify>>;
let notify: NonNullable<Config['notify']>;
let childId: string;
let contactId: string;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
  provider = await aNotify();
  notify = {
    apiKey: provider.apiKey,
    baseUrl: provider.baseUrl,
    emailTemplate: 'the email',
    textTemplate: 'the text',
  };
});
afterAll(async () => {
  provider.stop();
  await service.app.close();
});
beforeEach(async () => {
  provider.taken.length = 0;
  provider.answers.length = 0;
  ({ childId, contactId } = await aReachedChild(authority));
});

const system = (): Actor => ({ kind: 'system', authorityId: authority });
const through = (settings: Config['notify']): Services => ({
  ...service.services,
  config: { ...service.services.config, notify: settings },
});
const change = (set: string) =>
  ownerPool().query(`update children_contacts set ${set} where id = $1`, [contactId]);

const written = (changes: Partial<Letter> = {}) =>
  aLetterTo({ service, authority, childId, contactId }, changes);

const deliver = (letterId: string, settings: Config['notify'] = notify) =>
  deliverLetter({ authorityId: authority, letterId }, through(settings));

test('a letter goes once, to the address on the file and not the one the caller held', async () => {
  const id = await written();
  await deliver(id);
  await deliver(id);
  expect(provider.taken).toMatchObject([
    { reference: id, to: 'nadia@invented.example', template: 'the email', body: 'Dear Nadia\n\nWe have it.' },
  ]);
  expect(await letter(id)).toMatchObject({
    sent_by: 'GOV.UK Notify',
    provider_reference: provider.taken[0]?.id,
    failure: null,
  });
});

test('a short notice goes by text to those who prefer it', async () => {
  await change(`prefers = 'text'`);
  await deliver(await written({ length: 'short' }));
  expect(provider.taken).toMatchObject([{ to: '07700 900123', template: 'the text' }]);
});

test('a try that broke off after arriving is found, and not sent again', async () => {
  provider.answers.push({ status: 503, keep: true });
  const id = await written();
  await expect(deliver(id)).rejects.toThrow('GOV.UK Notify answered 503');
  await deliver(id);
  expect(provider.taken).toHaveLength(1);
  expect(await letter(id)).toMatchObject({
    sent_by: 'GOV.UK Notify',
    provider_reference: provider.taken[0]?.id,
    attempts: 1,
  });
});

test('and it went where it was going then, though they have changed how they are reached since', async () => {
  provider.answers.push({ status: 503, keep: true });
  const id = await written();
  await expect(deliver(id)).rejects.toThrow('503');
  await change(`prefers = 'post'`);
  await deliver(id);
  expect(provider.taken).toHaveLength(1);
  expect(await letter(id)).toMatchObject({
    channel: 'email',
    address: ['nadia@invented.example'],
    by_hand_since: null,
  });
});

test('a try that never arrived goes to where they are by the next', async () => {
  provider.answers.push({ status: 503, keep: false });
  const id = await written();
  await expect(deliver(id)).rejects.toThrow('503');
  await change(`email = 'a-new-one@invented.example'`);
  await deliver(id);
  expect(provider.taken).toMatchObject([{ to: 'a-new-one@invented.example' }]);
  expect(await letter(id)).toMatchObject({ written_to: ['nadia@invented.example'] });
});

test('a try that never arrived is made again', async () => {
  provider.answers.push({ status: 429, keep: false });
  const id = await written();
  await expect(deliver(id)).rejects.toThrow('429');
  expect(await letter(id)).toMatchObject({ sent_at: null, failed_at: null });
  await deliver(id);
  expect(provider.taken).toHaveLength(1);
});

test('a message that will never be provider.taken is written down as not sent, with why, and not tried again', async () => {
  provider.answers.push({
    status: 400,
    keep: false,
    body: { errors: [{ error: 'ValidationError', message: 'Not a valid email address' }] },
  });
  const id = await written({ secret: 'AAAA-BBBB', body: 'Your code is ((secret))' });
  await deliver(id);
  await deliver(id);
  expect(provider.taken).toEqual([]);
  expect(await letter(id)).toMatchObject({
    sent_at: null,
    secret: null,
    failure: 'GOV.UK Notify would not send it: Not a valid email address',
  });
});

test('a one-time code is put in as it is sent, whatever signs are in it, and forgotten', async () => {
  const id = await written({ secret: "$&$'AB", body: 'Your code is ((secret)).' });
  expect((await letter(id)).body).toBe('Your code is ((secret)).');
  await deliver(id);
  expect(provider.taken[0]?.body).toBe("Your code is $&$'AB.");
  expect((await letter(id)).secret).toBeNull();
});

test('an error says nothing of the letter or of whom it is for', async () => {
  provider.answers.push({ status: 500, keep: false });
  const id = await written({ secret: 'AAAA-BBBB' });
  const error = await deliver(id).catch((thrown: unknown) => thrown);
  const nobody = { ...notify, baseUrl: 'http://127.0.0.1:9' };
  const unreachable = await deliver(await written(), nobody).catch((thrown: unknown) => thrown);
  for (const thrown of [error, unreachable]) {
    if (!(thrown instanceof Error)) throw new Error('it was sent');
    const all = [thrown.message, thrown.stack, JSON.stringify(thrown), String(thrown.cause)].join(' ');
    expect(all).not.toMatch(/Nadia|invented\.example|AAAA|Dear|invented-/);
  }
});

test('a job’s payload is identifiers and nothing else', async () => {
  const id = await written({ secret: 'AAAA-BBBB' });
  const { rows } = await ownerPool().query(
    `select payload from graphile_worker._private_jobs where payload ->> 'letterId' = $1`,
    [id],
  );
  expect(rows).toEqual([{ payload: { authorityId: authority, letterId: id } }]);
});

test('somebody marked restricted after it was written is not sent it', async () => {
  const id = await written();
  await change(`restricted = true, restricted_reason = 'a court order'`);
  await deliver(id);
  expect(provider.taken).toEqual([]);
  expect(await letter(id)).toMatchObject({ sent_at: null, failure: 'This person is marked restricted' });
});

test('somebody marked restricted is written nothing, though the caller holds them as they were', async () => {
  await change(`restricted = true, restricted_reason = 'a court order'`);
  expect(await written()).toBe('nothing');
  const { rows } = await ownerPool().query('select 1 from letters where child_id = $1', [childId]);
  expect(rows).toEqual([]);
});

test('a letter with no address to go to, or that shows another’s, waits for staff with the reason', async () => {
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility) values ($1, $2, $3, 'Karim', 'father', 'karim@invented.example', true)`,
    [authority, randomUUID(), childId],
  );
  const shows = await written({ body: 'Copied to karim@invented.example' });
  const encloses = await written({ documentWords: 'Father: karim@invented.example' });
  await change(`prefers = 'post', address_lines = '{}', postcode = null`);
  const nowhere = await written();
  for (const id of [shows, encloses, nowhere]) await deliver(id);
  expect(provider.taken).toEqual([]);
  const failures = await Promise.all([shows, encloses, nowhere].map(letter));
  expect(failures.map(({ failure }) => failure)).toEqual([
    'The letter shows the address, email or phone of somebody else on the file',
    'The letter shows the address, email or phone of somebody else on the file',
    'There is no postal address on the file to send it to',
  ]);
});

test('without a provider the outbox is where it ends, code and all', async () => {
  const id = await written({ secret: 'AAAA-BBBB' });
  await deliver(id, null);
  expect(await letter(id)).toMatchObject({ sent_by: 'local outbox', secret: 'AAAA-BBBB' });
});

test('a posted letter is somebody’s to print', async () => {
  await change(`prefers = 'post'`);
  const id = await written();
  await deliver(id);
  await deliver(id);
  expect(await letter(id)).toMatchObject({
    sent_at: null,
    address: ['12 Example Street', 'WX1 1AA'],
    by_hand_since: expect.any(Date),
  });
});

test('a letter rolled back with its decision was never asked for', async () => {
  let id = '';
  const act = withLens(service.services.database, system(), async (tx) => {
    id =
      (await sendLetter(tx, {
        authorityId: authority,
        childId: null,
        to: { kind: 'somebody', name: 'Nadia', email: 'nadia@invented.example' },
        template: 'return to a request',
        subject: 'Go back to your request',
        body: 'Go back to it',
      })) ?? '';
    throw new Error('the decision was refused');
  });
  await expect(act).rejects.toThrow('refused');
  await deliver(id);
  expect(provider.taken).toEqual([]);
});

test('what was written cannot be changed by the service', async () => {
  const id = await written();
  const rewrite = withLens(service.services.database, system(), (tx) =>
    tx.updateTable('letters').set({ body: 'Something else' }).where('id', '=', id).execute(),
  );
  await expect(rewrite).rejects.toThrow('permission denied');
});

test('whoever looks after an organisation’s inbox is told by email of what is new in it, once, and not of whom', async () => {
  const organisationId = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Alder School')`,
    [organisationId],
  );
  await aProfessional(service, organisationId, 'Helen Marsh');
  await aProfessional(service, organisationId, 'Bo Larkin');
  await ownerPool().query(
    `update organisation_members set administrator = false where organisation_id = $1 and name = 'Bo Larkin'`,
    [organisationId],
  );
  const to = { kind: 'organisation', organisationId, name: 'Alder School' } as const;
  const id = await written({ to, template: 'consultation', body: 'About Amira Invented' });
  await deliver(id);
  await deliver(id);
  await deliver(await written({ to, template: 'advice asked for' }));
  const { rows } = await ownerPool().query(
    `select recipient_name, channel, subject, body from letters where child_id = $1 and channel <> 'portal'`,
    [childId],
  );
  expect(rows).toMatchObject([
    { recipient_name: 'Helen Marsh', channel: 'email', subject: 'Something new is in your inbox' },
  ]);
  expect(rows[0].body).toContain('consultation');
  expect(JSON.stringify(rows)).not.toMatch(/Amira|Invented/);
});
