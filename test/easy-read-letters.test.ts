import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInstallation } from './support/installation.ts';
import { readPdf } from './support/read-pdf.ts';

/* Somebody asked for Easy Read: the worker puts the paper with each letter to them, and nobody has to remember. */

let folder: string;
let it: Awaited<ReturnType<typeof anInstallation>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opensend-easy-read-'));
  it = await anInstallation(folder, 3);
}, 300_000);
afterAll(async () => {
  await it.stop();
  await rm(folder, { recursive: true, force: true });
});

const asStaff = () => ({ cookie: `opensend_session=${it.staffCookie}`, 'sec-fetch-site': 'same-origin' });

async function read(path: string): Promise<Response> {
  return fetch(`${it.address}${path}`, { headers: asStaff(), redirect: 'manual' });
}

/** Writes to the family of a child, and waits until the worker has done with the letter. */
async function aLetterTo(
  place: number,
  wants: string,
): Promise<{ id: string; childId: string; channel: string }> {
  const childId = it.families[place]?.childId ?? '';
  await it.ask(`update children_contacts set ${wants} where child_id = '${childId}'`);
  const body = new URLSearchParams({ body: 'We have news', idempotencyKey: randomUUID() });
  const answer = await fetch(`${it.address}/cases/${childId}/messages`, {
    method: 'POST',
    body,
    headers: asStaff(),
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
  const done = () =>
    it.ask<{ id: string; channel: string }>(
      `select id, channel from letters where child_id = '${childId}' and (sent_at is not null or by_hand_since is not null)`,
    );
  await expect.poll(async () => (await done()).length, { timeout: 30_000 }).toBe(1);
  const [letter] = await done();
  return { id: letter?.id ?? '', childId, channel: letter?.channel ?? '' };
}

test('a letter to post has an Easy Read paper to put in with it, with whose the pictures are', async () => {
  const { id, channel } = await aLetterTo(
    0,
    `format = 'Easy Read', prefers = 'post', address_lines = '{1 Example Row}', postcode = 'ZZ1 1AA'`,
  );
  expect(channel).toBe('post');
  const page = await (await read(`/outbox/${id}`)).text();
  expect(page).toContain('Print it and put it in with the letter');
  expect(page).not.toContain('It cannot be made here');
  const paper = await readPdf(Buffer.from(await (await read(`/outbox/${id}/easy-read.pdf`)).arrayBuffer()));
  const words = paper.pages.join(' ').replaceAll(/\s+/g, ' ');
  expect(paper.pdfUaPart).toBe('1');
  expect(words).toContain('We are deciding if we do an assessment.');
  expect(words).toContain('The pictures are from OpenMoji, CC BY-SA 4.0');
  const letter = await readPdf(Buffer.from(await (await read(`/outbox/${id}/letter.pdf`)).arrayBuffer()));
  expect(letter.pages.join(' ')).toContain('With this letter: the same in Easy Read');
}, 60_000);

test('an email says where the same is in Easy Read, and the paper stays as it was that day', async () => {
  const { id, childId, channel } = await aLetterTo(1, `format = 'Easy Read', prefers = 'email'`);
  expect(channel).toBe('email');
  const sent = it.taken.find(({ reference }) => reference === id);
  expect(sent?.body).toContain(`/easy-read/family/${childId}`);
  await it.ask(`update children set given_names = 'Renamed' where id = '${childId}'`);
  const paper = await readPdf(Buffer.from(await (await read(`/outbox/${id}/easy-read.pdf`)).arrayBuffer()));
  expect(paper.title).not.toContain('Renamed');
}, 60_000);

test('whoever asked for nothing of the kind gets the letter alone', async () => {
  const { id } = await aLetterTo(2, `format = 'standard'`);
  const sent = it.taken.find(({ reference }) => reference === id);
  expect(sent?.body).not.toContain('Easy Read');
  expect((await read(`/outbox/${id}/easy-read.pdf`)).status).toBe(404);
}, 60_000);
