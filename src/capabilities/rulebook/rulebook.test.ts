import { beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { RULES } from '../../law/index.ts';
import { PLAN_CHECKS } from '../plans/index.ts';

let service: TestApp;

beforeAll(async () => {
  service = await testApp(await anAuthority());
});

async function page(url: string) {
  const answer = await service.app.inject(url);
  const words = answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return { status: answer.statusCode, html: answer.body, words };
}

const IDS = [...new Set(RULES.map((rule) => rule.id))];

describe('the rulebook', () => {
  test('lists every rule in force, with the law each rests on', async () => {
    const { status, html } = await page('/rules');
    expect(status).toBe(200);
    for (const rule of RULES.filter(({ inForce }) => inForce.until === null)) {
      expect(html).toContain(`id="${rule.id}"`);
      expect(html).toContain(`href="${rule.cite.url}"`);
    }
    expect(html.match(/We are not certain of this|We are not sure of this at all/g)).toHaveLength(
      RULES.filter(({ inForce, cite }) => inForce.until === null && cite.confidence !== 'high').length,
    );
  });

  test('lists what a plan is checked for, with the law and how sure we are', async () => {
    const { html, words } = await page('/rules/plan-checks');
    for (const check of PLAN_CHECKS) {
      expect(html).toContain(`id="${check.id}"`);
      expect(html).toContain(`href="${check.cite.url}"`);
    }
    const [stops = '', others = ''] = words.split('What is probably wrong');
    expect(stops).toContain(
      'It stops the plan from going out, unless staff record why it goes out as it is.',
    );
    for (const { name, severity } of PLAN_CHECKS)
      expect([name, (severity === 'blocking' ? stops : others).includes(name)]).toEqual([name, true]);
  });

  test('leaves out a rule that is no longer in force', async () => {
    const { words } = await page('/rules');
    expect(words).toContain('before 31 March');
    expect(words).not.toMatch(/before 31 May/i);
  });

  test('says what starts a limit, how long, how counted, and what excuses', async () => {
    const { words } = await page('/rules/T01');
    expect(words).toContain(
      '6 weeks, from when the authority receives the request, or becomes responsible (s24)',
    );
    expect(words).toContain('The first day is left out. Weekends and holidays count');
    expect(words).toContain('exceptional personal circumstances affect the child, their parent');
    expect(words).toContain('(reg. 5(4)(c))');
    expect(words).not.toContain('How sure we are');
  });

  test('says in plain words where the reading is not certain', async () => {
    expect((await page('/rules/T20')).words).toContain(
      'We are not certain of this paragraph number or its wording: a lawyer should check it',
    );
  });

  test('gives an example from today, with what moved it', async () => {
    service.clock.now = new Date('2025-06-10T09:00:00Z');
    const { words } = await page('/rules/T22');
    expect(words).toContain(
      'When the decision letter is sent on 10 June 2025, the last day is 1 September 2025.',
    );
    expect(words).toContain('22 days more than the period itself');
  });

  test('shows a rule as it stood before a change of law', async () => {
    const { words } = await page('/rules/T12-post-16');
    expect(words).toContain('From 1 January 2016');
    expect(words).toContain('From 1 September 2014 to 31 December 2015');
  });

  test('every rule has its page; what is not a rule is not there', async () => {
    for (const id of IDS) expect([id, (await page(`/rules/${id}`)).status]).toEqual([id, 200]);
    for (const id of ['T99', 'constructor', 'T01%20']) expect((await page(`/rules/${id}`)).status).toBe(404);
  });
});
