import { expect, test } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import { counted, planned, TODAY } from './live/counting-examples.ts';

/* What an authority's own released counts are shown beside, where it is none of the 153 and nothing is published under its code. */

const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('a measure’s page shows the authority’s own count beside England’s, whose it is and of when, and no small one', async () => {
  const many = Array.from({ length: 60 }, (_, at) => planned(at < 40 ? 120 : 150));
  const { authority } = await counted([...many, planned(400, { receivedOn: '2024-01-08' })]);
  const { app } = await testApp(authority, TODAY);
  const page = words((await app.inject('/measures/plans-within-20-weeks')).body);
  expect(page).toContain('Counted by Wexcombe itself, by the same definition, as it stood on 10 March 2026');
  expect(page).toContain('2025: 66.7%');
  expect(page).not.toMatch(/2026: /);
  expect(page).toContain('Nothing is published under its code: it is none of the 153 authorities');
  expect(words((await app.inject('/measures/appeal-rate')).body)).not.toContain('Counted by');
  await app.close();
});

test('an authority that has released nothing yet is not spoken of', async () => {
  const { authority, services } = await counted([]);
  const { app } = await testApp(authority, TODAY);
  const page = words((await app.inject('/measures/plans-within-20-weeks')).body);
  expect(services.authority.code).toBe(authority);
  expect(page).not.toContain('Counted by');
  await app.close();
});
