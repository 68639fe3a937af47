import { beforeAll, expect, inject, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { withLens } from '../../platform/lens/index.ts';
import { importRegister } from './import-store.ts';
import { aFile, anEstablishment, anExtract } from './register-examples.ts';
import { searchSettings } from './store.ts';

let code: number;
let service: TestApp;

beforeAll(async () => {
  code = await anAuthority('Ashmere');
  const here = { 'LA (code)': String(code), 'LA (name)': 'Ashmere' };
  const extract = await anExtract(
    anEstablishment(960_001, {
      ...here,
      EstablishmentName: 'St. Wilfrida’s-on-the-Wold Primary School',
      Town: 'Ashmere Magna',
      Postcode: 'AQ7 7ZZ',
      SchoolWebsite: 'www.st-wilfrida.example',
      StatutoryLowAge: '4',
      StatutoryHighAge: '11',
      'TypeOfResourcedProvision (name)': 'Resourced provision',
      ResourcedProvisionCapacity: '12',
    }),
    anEstablishment(960_002, {
      ...here,
      EstablishmentName: 'École Ashmere 100% <b>x</b>',
      'TypeOfEstablishment (name)': 'Academy special converter',
      'PhaseOfEducation (name)': 'Not applicable',
      'SEN1 (name)': 'ASD - Autistic Spectrum Disorder',
      SchoolWebsite: 'javascript:alert(1)',
    }),
    anEstablishment(960_003, {
      ...here,
      EstablishmentName: 'Ashmere Infant School',
      'EstablishmentStatus (name)': 'Closed',
      CloseDate: '31/08/2021',
    }),
    anEstablishment(960_004, {
      ...here,
      EstablishmentName: 'Ashmere Referral Unit',
      'TypeOfEstablishment (name)': 'Pupil referral unit',
    }),
    ...Array.from({ length: 45 }, (_, place) =>
      anEstablishment(960_100 + place, { ...here, EstablishmentName: `Ashmere Many ${100 + place}` }),
    ),
  );
  await importRegister(inject('ownerUrl'), extract, () => undefined);
  const links = await aFile(
    'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n960001,960003,Ashmere Infant School,Predecessor,01-09-2021\n960003,960001,St Wilfrida,Successor,01-09-2021\n960001,960999,Gone School,Predecessor - merged,\n',
  );
  await importRegister(inject('ownerUrl'), links, () => undefined);
  service = await testApp(code);
});

async function names(query: string): Promise<string[]> {
  const { body, statusCode } = await browser(service).get(`/settings?area=${code}&${query}`);
  expect(statusCode).toBe(200);
  return [...body.matchAll(/href="\/settings\/[0-9a-f-]{36}">([^<]*)</g)].map(([, name]) => name ?? '');
}

async function show(urn: number): Promise<string> {
  const { rows } = await ownerPool().query('select id from settings where urn = $1', [urn]);
  return (await browser(service).get(`/settings/${rows[0].id}`)).body;
}

const WILFRIDA = 'St. Wilfrida’s-on-the-Wold Primary School';

test.each([
  ['the name, without its stops', 'q=st+wilfridas'],
  ['its words in another order and case', 'q=PRIMARY+Wilfrida'],
  ['the name with its hyphens', 'q=on-the-wold'],
  ['the name with a typewriter’s apostrophe', "q=wilfrida's"],
  ['the town', 'q=magna'],
  ['the postcode with its space', 'q=aq7+7zz'],
  ['the postcode without', 'q=AQ77ZZ'],
  ['its phase and a unit', 'phase=Primary&unit=yes'],
])('a setting is found by %s', async (_what, query) => {
  expect(await names(query)).toEqual([WILFRIDA]);
});

test('it is found by the need it says it provides for, and by its type', async () => {
  const special = ['École Ashmere 100% &lt;b>x&lt;/b>'];
  expect(await names(`need=${encodeURIComponent('ASD - Autistic Spectrum Disorder')}`)).toEqual(special);
  expect(await names('type=Academy+special+converter')).toEqual(special);
  expect(await names('q=ecole')).toEqual(special);
});

test('a word is found by its beginning, not by its middle', async () => {
  expect(await names('q=wilf')).toEqual([WILFRIDA]);
  expect(await names('q=frida')).toEqual([]);
});

test('a sign that means anything to the database is only a sign', async () => {
  expect(await names('q=100%25')).toHaveLength(1);
  expect(await names('q=1_0')).toEqual([]);
  expect(await names('q=%5C')).toEqual([]);
});

test('names that begin with what was looked for come first', async () => {
  expect((await names('q=ashmere'))[0]).toBe('Ashmere Many 100');
});

test('closed settings are left out of the directory, and found where they are asked for', async () => {
  expect(await names('q=infant')).toEqual([]);
  const { total } = await withLens(testDatabase(), { kind: 'system', authorityId: code }, (tx) =>
    searchSettings(tx, { text: 'infant', laCode: code, closed: true, page: 1 }),
  );
  expect(total).toBe(1);
});

test('a long list is turned page by page, and keeps what was asked', async () => {
  const first = (await browser(service).get(`/settings?area=${code}&q=many`)).body;
  expect(first).toContain('45 settings');
  expect(first).toContain(`/settings?q=many&amp;area=${code}&amp;page=2`);
  expect(await names('q=many&page=3')).toHaveLength(5);
  expect(await names('q=many&page=4')).toEqual([]);
});

test('choices nobody offers are as if nothing had been chosen', async () => {
  const { statusCode, body } = await browser(service).get(
    `/settings?area=abc&phase=x&need=y&type=z&unit=1&page=-3&q=${'x'.repeat(5000)}`,
  );
  expect(statusCode).toBe(200);
  expect(body).toMatch(/[\d,]+ settings/);
});

test('a setting’s page says what the register does, and that it may be asked for', async () => {
  const body = await show(960_001);
  expect(body).toContain(WILFRIDA);
  expect(body).toContain('4 to 11');
  expect(body).toContain('12 places');
  expect(body).toContain('href="http://www.st-wilfrida.example/"');
  expect(body).toContain('You can ask for this setting to be named in a plan: it is a maintained school');
  expect(body).not.toMatch(/Ingrid|Examplesdottir|Osbert/);
});

test('it leads to what came before it, and names what the register no longer holds', async () => {
  const body = await show(960_001);
  expect(body).toMatch(
    /href="\/settings\/[0-9a-f-]{36}">Ashmere Infant School<\/a> \(URN 960003\), 1 September 2021/,
  );
  expect(body).toContain('Gone School (URN 960999)');
});

test('a referral unit’s page does not promise, and does not refuse', async () => {
  const body = await show(960_004);
  expect(body).toContain('does not show that this is one of the settings');
  expect(body).toContain('You can still tell us you want it');
});

test('a closed setting’s page says so, and a website that is none is left out', async () => {
  expect(await show(960_003)).toContain('This setting closed on 31 August 2021.');
  expect(await show(960_002)).not.toContain('javascript');
});

test('a closed setting leads to what came after it, and says that a placement survives', async () => {
  const body = await show(960_003);
  expect(body).toMatch(/After it came <a class="govuk-link" href="\/settings\/[0-9a-f-]{36}">St. Wilfrida/);
  expect(body).toContain('does not end a placement');
  const { rows } = await ownerPool().query('select id from settings where urn = 960003');
  const easy = (await browser(service).get(`/easy-read/settings/${rows[0].id}`)).body;
  expect(easy).toContain('This place came after it');
});

test('the law is said with its sections: what must be named, and for what reasons alone it need not be', async () => {
  const body = await show(960_001);
  expect(body).toContain('section 38(3)(a)');
  expect(body).toContain('section 39(4)');
  expect(body).toContain('incompatible with the efficient education of others');
});

test('what the register does not say of needs is not said to be nothing', async () => {
  expect(await show(960_004)).toContain('That does not mean that it provides for none');
});

test('an address that is no setting’s is not found', async () => {
  expect((await browser(service).get('/settings/nothing')).statusCode).toBe(404);
  expect((await browser(service).get('/settings/00000000-0000-4000-8000-000000000000')).statusCode).toBe(404);
});
