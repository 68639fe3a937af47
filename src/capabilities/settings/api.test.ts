import { beforeAll, expect, inject, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { importRegister } from './import-store.ts';
import { anEstablishment, anExtract } from './register-examples.ts';

let code: number;
let service: TestApp;

beforeAll(async () => {
  code = await anAuthority('Ferncombe');
  const here = { 'LA (code)': String(code), 'LA (name)': 'Ferncombe' };
  const extract = await anExtract(
    anEstablishment(984_001, { ...here, EstablishmentName: 'Ferncombe Hill School', Postcode: 'AQ9 9ZZ' }),
    anEstablishment(984_002, {
      ...here,
      EstablishmentName: 'Ferncombe Shut School',
      'EstablishmentStatus (name)': 'Closed',
      CloseDate: '31/08/2021',
    }),
    ...Array.from({ length: 24 }, (_, place) =>
      anEstablishment(984_100 + place, { ...here, EstablishmentName: `Ferncombe Row ${100 + place}` }),
    ),
  );
  await importRegister(inject('ownerUrl'), extract, () => undefined);
  service = await testApp(code);
});

async function get(url: string) {
  const answer = await service.app.inject({ method: 'GET', url });
  return { status: answer.statusCode, body: answer.json() };
}

test('anyone finds an open setting by its words and authority, and then by its identifier', async () => {
  const found = await get(`/api/settings?q=ferncombe+hill&authority=${code}`);
  expect(found).toMatchObject({
    status: 200,
    body: {
      total: 1,
      next: null,
      settings: [{ urn: 984_001, name: 'Ferncombe Hill School', authority: code, postcode: 'AQ9 9ZZ' }],
    },
  });
  const [setting] = found.body.settings;
  const { kilometres, said, ...self } = setting;
  expect(kilometres).toBeNull();
  expect(said).toEqual([]);
  expect((await get(`/api/settings/${setting.id}`)).body).toEqual(self);
  expect((await get(`/api/settings?q=ferncombe+shut&authority=${code}`)).body.total).toBe(0);
  expect((await get('/api/settings?q=ferncombe+hill&authority=999')).body.total).toBe(0);
});

test('a long list is read page by page, each setting once, whatever is added or closed meanwhile', async () => {
  const first = await get(`/api/settings?authority=${code}`);
  const last = first.body.settings.at(-1).id;
  expect(first.body).toMatchObject({ total: 25, next: last });
  // Closed, and one that comes before all of them: the next page goes on where this one ended.
  const owner = ownerPool();
  await owner.query(`update settings set status = 'Closed', imported_at = clock_timestamp() where id = $1`, [
    last,
  ]);
  await owner.query(
    `insert into settings (urn, name, status, content_hash, la_code) values (984999, 'A Ferncombe New School', 'Open', 'x', $1)`,
    [code],
  );
  const second = await get(`/api/settings?authority=${code}&cursor=${first.body.next}`);
  expect(second.body.next).toBeNull();
  const all = [...first.body.settings, ...second.body.settings].map(({ urn }) => urn);
  expect(new Set(all).size).toBe(25);
  expect(all).not.toContain(984_999);
});

test('a cursor that is none is a problem that names it', async () => {
  for (const cursor of ['2', 'x', '00000000-0000-4000-8000-000000000000'])
    expect(await get(`/api/settings?cursor=${cursor}`)).toMatchObject({
      status: 422,
      body: { field: 'cursor', title: 'Enter a cursor as `next` gave it' },
    });
});

test('what cannot be looked for is a problem that names its field; what is no setting’s is not found', async () => {
  for (const authority of ['abc', '7', '1000', '801.5']) {
    expect(await get(`/api/settings?authority=${authority}`)).toMatchObject({
      status: 422,
      body: { field: 'authority', title: 'Enter the authority’s three-digit code' },
    });
  }
  expect(await get(`/api/settings?q=${'x'.repeat(200)}`)).toMatchObject({
    status: 422,
    body: { field: 'q' },
  });
  expect((await get('/api/settings/nothing')).status).toBe(404);
  expect((await get('/api/settings/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});
