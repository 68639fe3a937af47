import { createServer } from 'node:http';
import { beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { kmBetween } from '../../../shared/on-the-ground.ts';
import { importRegister } from '../import-store.ts';
import { anEstablishment, anExtract } from '../register-examples.ts';

/* Looking from a postcode, at settings whose grid references are a mile or so apart. */

let code: number;
let service: TestApp;

beforeAll(async () => {
  code = await anAuthority('Nearmere');
  await ownerPool().query(
    `insert into postcodes (postcode, authority_code, latitude, longitude, terminated_in) values
     ('ZN1 1AA', $1, 51.7491, -0.3413, null), ('ZN1 1AB', $1, 51.7491, -0.3413, '2015-06-01') on conflict do nothing`,
    [code],
  );
  const here = { 'LA (code)': String(code), 'LA (name)': 'Nearmere', Postcode: '', Town: 'Nearmere Parva' };
  const at = (urn: number, name: string, easting: number, more: Readonly<Record<string, string>> = {}) =>
    anEstablishment(urn, {
      ...here,
      EstablishmentName: name,
      Easting: String(easting),
      Northing: '206900',
      ...more,
    });
  const extract = await anExtract(
    at(983_001, 'Zz Nearest School', 514_700),
    at(983_002, 'Aa Mile Away School', 516_300, { 'PhaseOfEducation (name)': 'Secondary' }),
    at(983_003, 'Same Name School', 519_000),
    at(983_004, 'Same Name School', 530_000, {
      'LA (code)': '999',
      'LA (name)': 'Elsewhere',
      Town: 'Faraway',
    }),
    at(983_005, 'No Place School', 0, { Easting: '', Northing: '' }),
    at(983_006, 'Shut School', 514_650, { 'EstablishmentStatus (name)': 'Closed' }),
    ...Array.from({ length: 25 }, (_, place) => at(983_100 + place, `Row ${place} School`, 560_000 + place)),
  );
  await importRegister(inject('ownerUrl'), extract, () => undefined);
  service = await testApp(code);
});

const page = (query: string) => browser(service).get(`/settings?${query}`);
const ours = (query: string) => page(`area=${code}&${query}`);
const namesIn = (body: string) =>
  [...body.matchAll(/href="\/settings\/[0-9a-f-]{36}">([^<]*)</g)].map(([, name]) => name);

test('from a postcode, however it is typed, the nearest come first, with their distance in a straight line', async () => {
  for (const typed of ['ZN1 1AA', 'zn11aa', ' Zn1-1Aa ']) {
    const { body } = await ours(`near=${encodeURIComponent(typed)}`);
    expect(namesIn(body).slice(0, 3)).toEqual([
      'Zz Nearest School',
      'Aa Mile Away School',
      'Same Name School',
    ]);
    expect(body).toContain('1.1 miles in a straight line');
    expect(body).toContain('28 settings, nearest to ZN1 1AA first.');
  }
});

test('the distance is that of the ground, to within one in a hundred of the great circle', async () => {
  const { settings } = (await service.app.inject(`/api/settings?authority=${code}&near=ZN1+1AA`)).json();
  const [, second] = settings;
  const truth = kmBetween(
    { latitude: 51.7491, longitude: -0.3413 },
    { latitude: 51.74857, longitude: -0.31657 },
  );
  expect(second.name).toBe('Aa Mile Away School');
  expect(Math.abs(second.kilometres / truth - 1)).toBeLessThan(0.01);
});

test('a distance, a phase and a word each leave out the rest', async () => {
  expect(namesIn((await ours('near=ZN1+1AA&within=3')).body)).toEqual([
    'Zz Nearest School',
    'Aa Mile Away School',
    'Same Name School',
  ]);
  expect(namesIn((await ours('near=ZN1+1AA&within=3&phase=Secondary')).body)).toEqual([
    'Aa Mile Away School',
  ]);
  expect(namesIn((await ours('near=ZN1+1AA&q=same')).body)).toEqual(['Same Name School']);
  expect((await ours('near=ZN1+1AA&within=1&phase=Secondary')).body).toContain('No setting matches.');
});

test('what has no place on the map is counted, and not said to be far', async () => {
  expect((await ours('near=ZN1+1AA')).body).toContain(
    '1 more matches, and the register does not say where it is.',
  );
  expect((await ours('near=ZN1+1AA&q=place')).body).toContain('1 more matches');
});

test('pages follow each other by distance, and keep what was asked', async () => {
  const { body } = await ours('near=ZN1+1AA');
  expect(body).toContain(`/settings?near=ZN1+1AA&amp;area=${code}&amp;page=2`);
  const second = (await ours('near=ZN1+1AA&page=2')).body;
  expect(namesIn(second)).toHaveLength(8);
  expect(second).toContain('value="21"');
  expect(namesIn((await ours('near=ZN1+1AA&page=9')).body)).toEqual([]);
});

test('two schools of one name are both shown, each with its area', async () => {
  const { body } = await page('q=same+name+school&near=ZN1+1AA&within=40');
  expect(namesIn(body).filter((name) => name === 'Same Name School')).toHaveLength(2);
  expect(body).toMatch(/Nearmere<[\s\S]*Elsewhere</);
});

test('from a town, by the middle of the settings whose address it is', async () => {
  const { body } = await ours('near=nearmere+parva');
  expect(body).toContain('Enter a whole postcode: there is more than one nearmere parva');
  const faraway = await page('near=faraway');
  expect(faraway.body).toContain('nearest to the middle of Faraway first');
  expect(namesIn(faraway.body)[0]).toBe('Same Name School');
});

test.each([
  ['ZN9 9ZZ', 'Check the postcode: ZN9 9ZZ is not among the postcodes of England'],
  ['EH1 1YZ', 'Enter a postcode in England: EH1 1YZ is in Scotland'],
  ['ZN1', 'Enter the whole postcode: ZN1 is its first half'],
  ['1AA', 'Enter the whole postcode: 1AA is its second half'],
  ['Nowhereville', 'no address on the register is in Nowhereville'],
  ['<b>9</b>', 'Enter a whole postcode, like SW1A 2AA'],
])('%s: a plain sentence, and what was typed is kept', async (typed, sentence) => {
  const { body, statusCode } = await page(`near=${encodeURIComponent(typed)}&phase=Primary`);
  expect(statusCode).toBe(400);
  expect(body).toContain(sentence);
  expect(body).toContain(`value="${typed.replaceAll('<', '&lt;')}"`);
  expect(body).toContain('<option value="Primary" selected');
  expect(namesIn(body)).toEqual([]);
  const answer = await service.app.inject(`/api/settings?near=${encodeURIComponent(typed)}`);
  expect([answer.statusCode, answer.json().field]).toEqual([422, 'near']);
});

test('a terminated postcode is looked from, and said to have ended', async () => {
  const { body } = await ours('near=ZN1+1AB');
  expect(body).toContain('The postcode ZN1 1AB ended in June 2015. Distances are from where it was.');
  expect(namesIn(body)[0]).toBe('Zz Nearest School');
});

test('the map has a link for each of the list by its number, and the list has them all in words', async () => {
  const { body } = await ours('near=ZN1+1AA&within=3');
  expect(body).toContain('The settings of this page around ZN1 1AA');
  expect([...body.matchAll(/aria-label="(\d+, [^"]*)"/g)].map(([, said]) => said)).toEqual([
    '1, Zz Nearest School, 0.1 miles',
    '2, Aa Mile Away School, 1.1 miles',
    '3, Same Name School, 2.7 miles',
  ]);
  expect((await page('q=school')).body).not.toContain('<svg viewBox="0 0 480 480"');
});

test('in Easy Read it is asked from where, and said how far', async () => {
  const { body } = await browser(service).get(`/easy-read/settings?area=${code}&near=ZN1+1AA`);
  expect(body).toContain('Your postcode or town');
  expect(body).toMatch(/<bdi>1.1 miles<\/bdi> away/);
  expect((await browser(service).get('/easy-read/settings?near=ZN1')).body).toContain('first half');
});

test('how far it is by road is said as an estimate, the authority’s where it set one, and the straight line stays', async () => {
  const own = await testApp(code, '2025-02-03', { ROAD_FACTOR: '1.3' });
  const { body } = await browser(own).get(`/settings?area=${code}&near=ZN1+1AA&within=3`);
  expect(body).toContain('1.1 miles in a straight line');
  expect(body).toContain('About 1.4 miles by road: an estimate');
  expect(body.match(/1\.3 times the straight line/g)).toHaveLength(1);
  expect((await ours('near=ZN1+1AA')).body).toContain('1.4 times the straight line');
  const none = await testApp(code, '2025-02-03', { ROAD_FACTOR: 'none' });
  expect((await browser(none).get(`/settings?area=${code}&near=ZN1+1AA&within=3`)).body).not.toContain(
    'by road',
  );
});

test('a routing server is asked for the whole page at once, and one that fails leaves the page as it is', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const row = Array.from({ length: (request.url ?? '').split(';').length }, (_, nth) => nth * 60);
    response.end(JSON.stringify({ code: 'Ok', durations: [row], distances: [row.map((one) => one * 40)] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const own = await testApp(code, '2025-02-03', { ROUTING_URL: `http://127.0.0.1:${port}` });
  const at = `/settings?area=${code}&near=ZN1+1AA&within=3`;
  expect((await browser(own).get(at)).body).toContain(
    '3 miles by road, about 2 minutes by car without traffic',
  );
  expect(asked).toHaveLength(1);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const { body, statusCode } = await browser(own).get(at);
  expect([statusCode, body.includes('by car'), body.includes('an estimate')]).toEqual([200, false, true]);
});

test('read as JSON, by distance too it goes on after the last that was given, each once and nearest first', async () => {
  const got: { id: string; kilometres: number }[] = [];
  let more = '';
  do {
    const at = `/api/settings?authority=${code}&near=ZN1+1AA${more}`;
    const { settings, next } = (await service.app.inject(at)).json();
    got.push(...settings);
    more = next === null ? '' : `&cursor=${next}`;
  } while (more !== '');
  expect(got).toHaveLength(28);
  expect(new Set(got.map(({ id }) => id)).size).toBe(28);
  expect(got.map(({ kilometres }) => kilometres)).toEqual(
    got.map(({ kilometres }) => kilometres).toSorted((one, other) => one - other),
  );
});
