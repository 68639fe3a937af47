import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { browser, TestApp } from '../../../../test/support/app.ts';
import { ownerPool } from '../../../../test/support/database.ts';
import { onDay, send } from '../plan-examples.ts';
import { LEAVE_OUT } from './choosing.ts';

type Browser = ReturnType<typeof browser>;

/** Sends files on the page, as a browser does. */
export async function sendFiles(
  { app }: TestApp,
  token: string,
  files: readonly { name: string; bytes: Buffer }[],
  key: string = randomUUID(),
) {
  const mark = 'between-the-parts';
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${mark}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  const field = `--${mark}\r\ncontent-disposition: form-data; name="idempotencyKey"\r\n\r\n${key}\r\n`;
  return app.inject({
    method: 'POST',
    url: '/plans/conversions',
    cookies: { opensend_session: token },
    headers: { 'content-type': `multipart/form-data; boundary=${mark}`, 'sec-fetch-site': 'same-origin' },
    payload: Buffer.concat([Buffer.from(field), ...parts, Buffer.from(`--${mark}--\r\n`)]),
  });
}

/** The conversions of an authority that came of files with this name, as they were sent. */
export async function conversionsCalled(authority: number, title: string): Promise<string[]> {
  const { rows } = await ownerPool().query(
    'select id from plan_conversions where authority_id = $1 and title = $2 order by sent_at',
    [authority, title],
  );
  return rows.map(({ id }: { id: string }) => id);
}

/** Leaves out every passage that waits, so that the rest can be accepted. */
export async function leaveOutTheRest(staff: Browser, id: string): Promise<void> {
  for (let page = await waitingOn(staff, id); page.length > 0; page = await waitingOn(staff, id)) {
    const fields = page.flatMap(({ number, version }) => [
      [`version-${number}`, version],
      [`where-${number}`, LEAVE_OUT],
      [`text-${number}`, 'As it was'],
      [`reason-${number}`, 'It says nothing'],
    ]);
    const saved = await send(staff, `/plans/conversions/${id}/passages`, Object.fromEntries(fields));
    expect(saved.status, saved.body).toBe(303);
  }
}

/** The passages a page asks about, and how often each was decided on before. */
export async function waitingOn(staff: Browser, id: string) {
  const { body } = await staff.get(`/plans/conversions/${id}`);
  return [...body.matchAll(/name="version-(\d+)" value="(\d+)"/g)].map(([, number = '', version = '']) => ({
    number,
    version,
  }));
}

/** What is typed to accept a plan as a new child’s. */
export const AS_NEW = {
  givenNames: 'Asha',
  familyName: 'Example',
  ...onDay('bornOn', '2017-05-04'),
  file: 'new',
  shown: '',
  reason: '',
  ...onDay('issuedOn', '2024-03-14'),
  officer: 'Priya Raman',
  kind: 'type only',
  type: 'maintained school',
  attendance: 'daily',
};
