import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { aChild, wordsOf } from './examples.ts';
import { changeParticulars, type Particulars, type Saved } from './particulars.ts';

let authority: number;
let wexcombe: TestApp;
let priya: ReturnType<typeof browser>;
let tom: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  priya = browser(wexcombe);
  priya.signInWith(await aCaseworker(wexcombe, authority));
  tom = browser(wexcombe);
  tom.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
});

function save(who: typeof priya, childId: string, part: string, fields: Record<string, string>) {
  return who.post(`/cases/${childId}/particulars/${part}`, {
    idempotencyKey: randomUUID(),
    version: '1',
    ...fields,
  });
}

async function read(childId: string): Promise<string> {
  return wordsOf((await priya.get(`/cases/${childId}/particulars`)).body);
}

const NUMBERS = { upn: '', uln: '', upnUnknown: '', nhsNumber: '', nhsUnknown: '' };

test('each question is answered anew, and what was there before is kept with who changed it and why', async () => {
  const childId = await aChild(authority);
  const names = { givenNames: 'Ivy Mae', familyName: 'Sallow', preferredName: 'Ives' };
  const done = await save(priya, childId, 'names', { ...names, why: 'Birth certificate seen' });
  expect(done.headers.location).toBe(`/cases/${childId}/particulars`);
  await save(tom, childId, 'ethnicity', { ethnicity: 'MWAS', version: '2' });
  await save(tom, childId, 'languages', {
    firstLanguage: 'Polish',
    homeLanguages: 'Polish, English',
    interpreter: 'Polish',
    bsl: 'yes',
    version: '3',
  });
  const page = await read(childId);
  for (const words of [
    'Given names Ivy Mae',
    'Mixed: White and Asian (MWAS)',
    'Interpreter needed Polish',
    'British Sign Language Yes',
    'Priya Raman Given names: Ivy became Ivy Mae. Name they are called by: not recorded became Ives Birth certificate seen',
    'Tom Ashdown Ethnicity: not recorded became Mixed: White and Asian (MWAS) Not said',
  ])
    expect(page).toContain(words);
  const timeline = wordsOf((await priya.get(`/cases/${childId}/timeline`)).body);
  expect(timeline).toContain('Particulars changed: ethnicity');
  expect(timeline).toContain('by Tom Ashdown');
  expect(timeline).not.toContain('MWAS');
});

test('a number whose check digit is wrong is refused in words, and a missing one may say why it is missing', async () => {
  const childId = await aChild(authority);
  const wrong = await save(priya, childId, 'numbers', {
    ...NUMBERS,
    upn: 'A123456789013',
    uln: '12',
    nhsNumber: '943 476 5918',
  });
  expect(wrong.statusCode).toBe(400);
  for (const words of [
    'Check the unique pupil number: its check letter does not match its digits',
    'A unique learner number has 10 numbers and no letters',
    'Check the NHS number: its last number does not match the others',
    'value="943 476 5918"',
  ])
    expect(wrong.body).toContain(words);
  const both = await save(priya, childId, 'numbers', { ...NUMBERS, upn: 'A123456789012', upnUnknown: 'UN3' });
  expect(both.body).toContain('A number is given above, so take away the reason that there is none');
  const told = { ...NUMBERS, upnUnknown: 'UN3', nhsNumber: '943-476-5919' };
  expect((await save(priya, childId, 'numbers', told)).statusCode).toBe(303);
  expect(await read(childId)).toContain(
    'Why there is no UPN or ULN Educated outside England NHS number 943 476 5919',
  );
});

test('another child with the same number is pointed out, and nothing is held up', async () => {
  const [first, second] = [
    await aChild(authority, { given: 'Una' }),
    await aChild(authority, { given: 'Ulf' }),
  ];
  const numbers = { ...NUMBERS, uln: '1000000019' };
  for (const childId of [first, second])
    expect((await save(priya, childId, 'numbers', numbers)).statusCode).toBe(303);
  expect(await read(second)).toContain('Another file has one of this child’s numbers: Una Sallow');
});

describe('two people at once', () => {
  test('on the same question: the second is shown both, and may save again knowingly', async () => {
    const childId = await aChild(authority);
    await save(tom, childId, 'ethnicity', { ethnicity: 'AIND' });
    const second = await save(priya, childId, 'ethnicity', { ethnicity: 'APKN' });
    expect(second.statusCode).toBe(409);
    expect(wordsOf(second.body)).toContain('What Tom Ashdown saved Ethnicity Asian: Indian (AIND)');
    expect(second.body).toContain('<option value="APKN" selected');
    const version = /name="version" value="(\d+)"/.exec(second.body)?.[1] ?? '';
    const knowingly = await save(priya, childId, 'ethnicity', { ethnicity: 'APKN', version });
    expect(knowingly.statusCode).toBe(303);
    expect(await read(childId)).toContain('Asian: Indian (AIND) became Asian: Pakistani (APKN)');
  });

  test('on different questions: both are kept', async () => {
    const childId = await aChild(authority);
    await save(tom, childId, 'ethnicity', { ethnicity: 'CHNE' });
    const names = { givenNames: 'Ivy', familyName: 'Willow', preferredName: '' };
    expect((await save(priya, childId, 'names', names)).statusCode).toBe(303);
    const page = await read(childId);
    expect(page).toContain('Chinese (CHNE)');
    expect(page).toContain('Family name Willow');
  });

  test('at the very same moment: each waits for the other, and one of them is told', async () => {
    const childId = await aChild(authority);
    const answers = await Promise.all([
      save(tom, childId, 'ethnicity', { ethnicity: 'AIND' }),
      save(priya, childId, 'ethnicity', { ethnicity: 'APKN' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
  });
});

test('the same form sent twice is saved once', async () => {
  const childId = await aChild(authority);
  const form = { idempotencyKey: randomUUID(), ethnicity: 'OOTH' };
  await Promise.all([save(priya, childId, 'ethnicity', form), save(priya, childId, 'ethnicity', form)]);
  const { rows } = await ownerPool().query(
    'select version, part from children_particulars where child_id = $1 order by version',
    [childId],
  );
  expect(rows).toEqual([
    { version: 1, part: 'as first recorded' },
    { version: 2, part: 'ethnicity' },
  ]);
});

test('a finance officer reads and cannot change; another authority sees nothing', async () => {
  const childId = await aChild(authority);
  const finance = browser(wexcombe);
  finance.signInWith(await aStaffMember(wexcombe, authority, 'finance', 'Fay Moss'));
  expect((await finance.get(`/cases/${childId}/particulars`)).body).not.toContain(`particulars/names`);
  expect((await save(finance, childId, 'names', {})).statusCode).toBe(404);
  const elsewhere = await anAuthority('Elsewhere');
  const stranger = browser(wexcombe);
  stranger.signInWith(await aCaseworker(wexcombe, elsewhere));
  expect((await stranger.get(`/cases/${childId}/particulars`)).statusCode).toBe(404);
});

const known: Particulars = {
  givenNames: 'Ivy',
  familyName: 'Sallow',
  preferredName: null,
  bornOn: plainDate('2016-04-02'),
  sex: null,
  ethnicity: null,
  firstLanguage: null,
  homeLanguages: null,
  interpreter: null,
  bsl: false,
  upn: null,
  uln: null,
  upnUnknown: null,
  nhsNumber: null,
  nhsUnknown: null,
};

test('whatever was saved meanwhile, no answer that somebody has not seen is lost', () => {
  const answer = fc.constantFrom('WBRI', 'AIND', 'CHNE');
  const part = fc.constantFrom('ethnicity', 'names') as fc.Arbitrary<'ethnicity' | 'names'>;
  const meanwhile = fc.array(fc.record({ part, ethnicity: answer }), { maxLength: 4 });
  fc.assert(
    fc.property(meanwhile, answer, fc.integer({ min: 1, max: 5 }), (saved, ethnicity, version) => {
      let now = known;
      const saves: Saved[] = saved.map((one, at) => {
        if (one.part === 'ethnicity') now = { ...now, ethnicity: one.ethnicity };
        return {
          version: at + 2,
          part: one.part,
          particulars: now,
          why: null,
          by: 'Tom Ashdown',
          at: new Date(0),
          fromRecord: null,
        };
      });
      const done = changeParticulars(saves, now, { part: 'ethnicity', answers: { ethnicity }, version });
      const unseen = saves.some((one) => one.part === 'ethnicity' && one.version > version);
      if (now.ethnicity === ethnicity) expect(done).toEqual({ ok: true, value: null });
      else expect(done.ok).toBe(!unseen);
    }),
  );
});
