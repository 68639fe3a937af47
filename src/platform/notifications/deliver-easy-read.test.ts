import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aNotify } from '../../../test/support/notify.ts';
import type { Services } from '../services.ts';
import { deliverLetter } from './deliver.ts';
import { aLetterTo, aReachedChild, letter } from './deliver-examples.ts';
import type { EasyReadOf } from './easy-read.ts';
import type { Letter } from './send.ts';

/* A letter to somebody who asked for Easy Read goes with a paper in Easy Read. */

let authority: number;
let service: TestApp;
let services: Services;
let provider: Awaited<ReturnType<typeof aNotify>>;
let childId: string;
let contactId: string;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
  provider = await aNotify();
  const { apiKey, baseUrl } = provider;
  const notify = { apiKey, baseUrl, emailTemplate: 'the email', textTemplate: 'the text' };
  services = { ...service.services, config: { ...service.services.config, notify } };
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

const change = (set: string) =>
  ownerPool().query(`update children_contacts set ${set} where id = $1`, [contactId]);
const written = (changes: Partial<Letter> = {}) =>
  aLetterTo({ service, authority, childId, contactId }, changes);
const saying =
  (words: string): EasyReadOf =>
  async () => ({
    title: 'Where things are',
    sections: [{ blocks: [{ picture: 'a letter', lines: [words] }] }],
  });
const enclosed = async (id: string) =>
  (await ownerPool().query('select content from letter_easy_reads where letter_id = $1', [id])).rows;
const deliverWith = (letterId: string, easyReadOf: EasyReadOf) =>
  deliverLetter({ authorityId: authority, letterId }, services, easyReadOf);

test('the paper is put with it once, however often it is tried', async () => {
  await change(`format = 'Easy Read'`);
  provider.answers.push({ status: 503, keep: false });
  const id = await written();
  await expect(deliverWith(id, saying('We have your letter.'))).rejects.toThrow('503');
  await deliverWith(id, saying('Something later.'));
  expect(JSON.stringify(await enclosed(id))).toContain('We have your letter.');
  expect(await enclosed(id)).toHaveLength(1);
  expect(provider.taken[0]?.body).toContain('This is in Easy Read too, with pictures');
});

test('what cannot be made, or would show somebody else’s address, never keeps the letter back', async () => {
  await change(`format = 'Easy Read'`);
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility) values ($1, $2, $3, 'Karim', 'father', 'karim@invented.example', true)`,
    [authority, randomUUID(), childId],
  );
  const broken = await written();
  await deliverWith(broken, async () => {
    throw new Error('no case');
  });
  const shows = await written();
  await deliverWith(shows, saying('Write to karim@invented.example.'));
  for (const id of [broken, shows]) {
    expect(await letter(id)).toMatchObject({ sent_by: 'GOV.UK Notify' });
    expect(await enclosed(id)).toEqual([]);
  }
});

test('a code and a text carry none', async () => {
  await change(`format = 'Easy Read', prefers = 'text'`);
  const text = await written({ length: 'short' });
  await deliverWith(text, saying('We have your letter.'));
  await change(`prefers = 'email'`);
  const code = await written({ secret: 'AAAA', body: 'Your code is ((secret))' });
  await deliverWith(code, saying('We have your letter.'));
  expect([...(await enclosed(text)), ...(await enclosed(code))]).toEqual([]);
});
