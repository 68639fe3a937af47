import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { jsonClient } from '../../../../test/support/json.ts';
import { aProfessional } from '../../../../test/support/people.ts';
import { aPlan, aSetting, type Browser, CAN, send, serve } from '../plan-examples.ts';

/* A head answers every authority that asks, one after another. */

const AUTHORITIES = ['Fernshire', 'Mossborough', 'Kelderby'] as const;
const NO = {
  canMeetNeeds: 'no',
  grounds: '1',
  'evidence-1': 'We teach from age 11',
  wouldNeed: 'A primary phase',
};
let school: Awaited<ReturnType<typeof aSetting>>;
let first: TestApp;

beforeAll(async () => {
  for (const name of AUTHORITIES) {
    const code = await anAuthority(name);
    const app = await testApp(code, '2025-05-12');
    first ??= app;
    school ??= await aSetting(app, 'Three Counties School');
    const plan = await aPlan(app, code);
    await serve(app, plan);
    const wanted = { choice: 'found', settingId: school.settingId, from: 'Jo Hartwell' };
    expect((await send(plan.family, `/family/${plan.childId}/plan/preference`, wanted)).status).toBe(303);
  }
});

async function next(head: Browser, url: string): Promise<string> {
  const { statusCode, headers } = await head.get(url);
  expect(statusCode).toBe(303);
  return String(headers.location);
}

function linkIn(page: string, words: string): string {
  const href = new RegExp(`href="([^"]+)"[^>]*>${words}`).exec(page)?.[1] ?? '';
  return href.replaceAll('&amp;', '&');
}

test('the calendar has what all three ask, by week, and its file names no child', async () => {
  const { body } = await school.head.get('/inbox/calendar');
  expect(body).toContain('Week beginning 26 May 2025');
  for (const name of AUTHORITIES) expect(body).toContain(`asked by ${name}`);
  const file = await school.head.get('/inbox/calendar.ics');
  expect(file.headers['content-type']).toContain('text/calendar');
  expect(file.body.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(file.body.match(/DTSTART;VALUE=DATE:20250527/g)).toHaveLength(3);
  for (const personal of ['Robin', 'Hartwell', '2017']) expect(file.body).not.toContain(personal);
  const api = jsonClient(first, await aProfessional(first, school.organisationId, 'Helen Marsh'));
  const { body: asked } = await api.get('/api/inbox/calendar');
  expect(asked.due).toHaveLength(3);
  expect(JSON.stringify(asked)).not.toContain('Robin');
});

test('a head answers three authorities in one sitting, and comes back to the one left for later', async () => {
  const { head } = school;
  expect((await head.get('/inbox/sitting')).body).toContain('3 consultations to answer');
  const one = await next(head, '/inbox/sitting?on=yes');
  const shown = (await head.get(one)).body;
  expect(shown).toContain('and go to the next one');
  // Left for later: the other two come first, and then it again.
  const two = await next(head, linkIn(shown, 'Leave this for later'));
  expect(two).not.toBe(one);
  const answer = async (at: string, said: Record<string, string>) => {
    const [path = '', query = ''] = at.split('?');
    return send(head, path, { ...said, ...Object.fromEntries(new URLSearchParams(query)) });
  };
  const bare = await answer(two, { canMeetNeeds: 'no' });
  expect([bare.status, bare.body.includes('and go to the next one')]).toEqual([400, true]);
  const three = await next(head, (await answer(two, CAN)).to);
  expect(new Set([one, two, three].map((at) => at.split('?')[0])).size).toBe(3);
  const end = (await answer(three, NO)).to;
  expect((await head.get(end)).body).toContain('left 1 consultation for later');
  const last = await answer(one, CAN);
  expect((await head.get(last.to)).body).toContain('You have answered every consultation');
  const { rows } = await ownerPool().query(
    `select a.name, (g.answer ->> 'canMeetNeeds')::boolean as can from consultation_answers g
     join authorities a on a.code = g.authority_id where g.organisation_id = $1 order by g.recorded_at`,
    [school.organisationId],
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual(AUTHORITIES.toSorted());
  expect(rows.map(({ can }) => can)).toEqual([true, false, true]);
});
