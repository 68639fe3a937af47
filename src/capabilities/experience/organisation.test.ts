import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { browser, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional } from '../../../test/support/people.ts';
import { aDecidedChild, anAdvice, anOrganisation, aSheet } from './examples.ts';
import { askHowItWent } from './index.ts';

/* What an organisation is asked, and answers. */

test('an organisation finds it in its inbox without a day, answers once for all its people, and can end being asked', async () => {
  const organisationId = await anOrganisation();
  const authority = await anAuthority();
  const wexcombe = await testApp(authority, '2025-03-03');
  const child = await aDecidedChild(authority, '2024-06-03');
  await anAdvice(authority, child, { organisationId, returnedOn: '2025-02-20' });
  await askHowItWent(wexcombe.services);
  const head = browser(wexcombe);
  head.signInWith(await aProfessional(wexcombe, organisationId, 'Helen Marsh'));
  const inbox = (await head.get('/inbox')).body;
  const address = /\/inbox\/experience\/[0-9a-f-]{36}/.exec(inbox)?.[0] ?? '';
  const page = (await head.get(address)).body;
  expect(page).toContain('We had the time to do it well');
  expect(page).not.toMatch(/Robin|Hartwell/);
  const sent = await head.post(address, aSheet({ 'time-enough': '1', 'child-heard': '5' }));
  expect(sent.headers.location).toBe(`${address}/answered`);
  // Only what was asked of them is kept.
  const { rows } = await ownerPool().query(
    `select question, answer from experience_answers where authority_id = $1 order by question`,
    [authority],
  );
  expect(rows).toEqual([
    { question: 'time-enough', answer: 1 },
    { question: 'told-clearly', answer: 5 },
  ]);
  expect((await head.get('/inbox')).body).not.toContain(address);
  const again = await head.post(`${address}/choice`, { asks: 'no', idempotencyKey: randomUUID() });
  expect(again.statusCode).toBe(303);
  expect((await head.get(address)).body).toContain('You told');
});
