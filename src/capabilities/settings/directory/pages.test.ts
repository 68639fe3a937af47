import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, inject, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { readEasyRead } from '../../../../test/support/read-easy-read.ts';
import { lintShown } from '../../../design-system/easy-read/lint.ts';
import { importRegister } from '../import-store.ts';
import { aFile, anEstablishment, anExtract } from '../register-examples.ts';

/* The directory's pages with everything on them that an address without a question does not show: the map, what is wrong with a
   postcode, a closed setting and what came after it. */

const rules = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
  },
});

let service: TestApp;
let addresses: string[];

beforeAll(async () => {
  const code = await anAuthority('Pagemere');
  const load = (file: string) => importRegister(inject('ownerUrl'), file, () => undefined);
  await ownerPool().query(
    `insert into postcodes (postcode, authority_code, latitude, longitude, terminated_in) values
     ('ZQ1 1AB', $1, 51.7491, -0.3413, '2015-06-01') on conflict do nothing`,
    [code],
  );
  const here = { 'LA (code)': String(code), 'LA (name)': 'Pagemere', Northing: '206900', Town: 'Pagemere' };
  await load(
    await anExtract(
      anEstablishment(986_001, { ...here, Easting: '514700' }),
      anEstablishment(986_002, { ...here, Easting: '514700', 'TypeOfEstablishment (name)': '' }),
      anEstablishment(986_003, {
        ...here,
        'EstablishmentStatus (name)': 'Closed',
        'TypeOfEstablishment (name)': 'Pupil referral unit',
      }),
    ),
  );
  await load(
    await aFile('URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n986003,986001,Next,Successor,\n'),
  );
  const { rows } = await ownerPool().query('select id from settings where urn between 986001 and 986003');
  service = await testApp(code);
  addresses = [
    `/settings?area=${code}&near=ZQ1+1AB`,
    `/settings?area=${code}`,
    '/settings?near=ZQ1',
    ...rows.map(({ id }) => `/settings/${id}`),
  ];
});

test('each is valid and small enough to open anywhere', async () => {
  for (const address of addresses) {
    const { body } = await browser(service).get(address);
    const { results } = await rules.validateString(body);
    const said = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect([address, said]).toEqual([address, []]);
    expect(body.length).toBeLessThan(60 * 1024);
  }
});

test('each has its twin in Easy Read, which keeps Easy Read’s rules', async () => {
  for (const address of addresses) {
    const twin = readEasyRead((await browser(service).get(`/easy-read${address}`)).body);
    expect(twin).not.toBeNull();
    const wrong = twin === null ? [] : lintShown(twin).map(({ rule, words }) => `${rule}: ${words}`);
    expect([address, wrong]).toEqual([address, []]);
  }
});
