import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { ANSWERS, SITUATIONS } from './asking-guide.ts';

let wexcombe: TestApp;

beforeAll(async () => {
  wexcombe = await testApp(await anAuthority(), '2025-02-03');
});

const paths = SITUATIONS.flatMap((situation) =>
  ANSWERS.flatMap((hasNeeds) => ANSWERS.map((needsMore) => ({ situation, hasNeeds, needsMore }))),
);

test.each(paths)(
  'the guide ends with asking now, and discourages nobody: $situation, $hasNeeds, $needsMore',
  async ({ situation, hasNeeds, needsMore }) => {
    const anyone = browser(wexcombe);
    const said = await anyone.post(`/should-i-ask/${situation}/answers`, { hasNeeds, needsMore });
    expect(said.statusCode).toBe(200);
    expect(said.body).toMatch(/href="\/requests\/new"[^>]*>\s*Ask for an assessment now/);
    expect(said.body).toContain('Anyone may ask');
    expect(said.body).not.toMatch(
      /should not|do not ask|unlikely|not eligible|wait until|probably not|instead of asking/i,
    );
  },
);

test('each page of it offers asking before any question is answered, and says the law’s test and where it is', async () => {
  const anyone = browser(wexcombe);
  for (const page of ['/should-i-ask', ...SITUATIONS.map((one) => `/should-i-ask/${one}`)])
    expect((await anyone.get(page)).body, page).toContain('href="/requests/new"');
  expect((await anyone.get('/should-i-ask')).body).toContain('section 36(8)');
  expect((await anyone.get('/')).body).toContain('href="/should-i-ask"');
});

test('nothing chosen in it is kept: no session, no row, and nothing in an address', async () => {
  const before = await everything();
  const said = await browser(wexcombe).post('/should-i-ask/school/answers', {
    hasNeeds: 'no',
    needsMore: 'no',
  });
  expect(said.headers['set-cookie']).toBeUndefined();
  expect(said.headers.location).toBeUndefined();
  expect(await everything()).toEqual(before);
});

async function everything() {
  const { rows } = await ownerPool().query(
    'select (select count(*) from request_drafts) as drafts, (select count(*) from sessions) as sessions, (select count(*) from access_events) as refusals',
  );
  return rows[0];
}
