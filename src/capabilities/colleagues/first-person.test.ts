import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';

let service: TestApp;
let priya: ReturnType<typeof browser>;

beforeAll(async () => {
  const authority = await anAuthority();
  service = await testApp(authority);
  priya = browser(service);
  priya.signInWith(await aCaseworker(service, authority));
});
afterAll(() => service.app.close());

async function aSchool(): Promise<{ id: string; page: string }> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Thornfield School')`,
    [id],
  );
  return { id, page: `/organisations/${id}/first-person` };
}

async function peopleOf(id: string) {
  const { rows } = await ownerPool().query(
    'select name, administrator from organisation_members where organisation_id = $1 and removed_at is null',
    [id],
  );
  return rows;
}

const person = () => ({ name: 'Ines Ferreira', email: `${randomUUID()}@thornfield.example` });

test('staff let the first person in, who looks after the others from then on', async () => {
  const { id, page } = await aSchool();
  const added = await priya.post(page, person());
  expect([added.statusCode, added.headers.location]).toEqual([303, page]);
  expect(await peopleOf(id)).toEqual([{ name: 'Ines Ferreira', administrator: true }]);
  expect((await priya.get(page)).body).toContain('Somebody at Thornfield School can sign in');
  const second = await priya.post(page, person());
  expect(second.statusCode).toBe(400);
  expect(second.body).toContain('Their administrator adds colleagues');
  expect(await peopleOf(id)).toHaveLength(1);
});

test('where whoever could sign in has not been here for two months staff may let in another', async () => {
  const { id, page } = await aSchool();
  await priya.post(page, person());
  const away = (days: number) =>
    ownerPool().query(
      `update organisation_members set added_at = $2::timestamptz - $3 * interval '1 day' where organisation_id = $1`,
      [id, service.services.now(), days],
    );
  await away(59);
  expect((await priya.post(page, person())).statusCode).toBe(400);
  await away(61);
  expect((await priya.get(page)).body).toContain('has not been here for two months');
  expect((await priya.post(page, person())).statusCode).toBe(303);
  expect(await peopleOf(id)).toHaveLength(2);
});

test('of two let in at once, one is', async () => {
  const { id, page } = await aSchool();
  const outcomes = await Promise.all([priya.post(page, person()), priya.post(page, person())]);
  expect(outcomes.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  expect(await peopleOf(id)).toHaveLength(1);
});

test('what was typed stays when it is not right, and an organisation cannot do it', async () => {
  const { id, page } = await aSchool();
  const refused = await priya.post(page, { name: 'Ines Ferreira', email: 'thornfield' });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('value="Ines Ferreira"');
  const outsider = browser(service);
  outsider.signInWith(await aProfessional(service, (await aSchool()).id));
  expect((await outsider.post(page, person())).statusCode).toBe(404);
  expect(await peopleOf(id)).toEqual([]);
});
