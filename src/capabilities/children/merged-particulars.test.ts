import { beforeAll, expect, test } from 'vitest';
import { ownerPool } from '../../../test/support/database.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { wordsOf } from './examples.ts';
import { aMergeDesk, type MergeDesk } from './merge-examples.ts';
import { type Particulars, type Saved, withoutChosen } from './particulars.ts';

/* Two records merged: what each says of who the child is, and which of it a person lets stand. */

let desk: MergeDesk;

beforeAll(async () => {
  desk = await aMergeDesk();
});

async function anAddress(childId: string, street: string): Promise<void> {
  await ownerPool().query(
    `insert into children_circumstances (authority_id, id, child_id, kind, address_lines, postcode, recorded_by)
     values ($1, gen_random_uuid(), $2, 'address', array[$3], 'WX1 1AA', 'As first recorded')`,
    [desk.authority, childId, street],
  );
  await ownerPool().query(
    `update children set address_lines = array[$2], postcode = 'WX1 1AA' where id = $1`,
    [childId, street],
  );
}

async function twoMerged() {
  const [one, other] = [await desk.aFile('Sallow', 'Ann Sallow'), await desk.aFile('Salow', 'Ben Salow')];
  await ownerPool().query(`update children set upn = 'A123456789012' where id = $1`, [one.childId]);
  await anAddress(one.childId, '1 Sallow Street');
  await anAddress(other.childId, '2 Salow Street');
  await desk.merge(one, other);
  return { one, other, at: `/cases/${other.childId}/particulars` };
}

const read = async (url: string) => wordsOf((await desk.staff.get(url)).body);
const namedAs = async (childId: string) =>
  (await ownerPool().query('select family_name, upn, address_lines from children where id = $1', [childId]))
    .rows[0];

/** Lets another record's answers to one question stand, as its form offers them. */
async function choose(at: string, part: string, from: string, fields: Record<string, string>) {
  const { body } = await desk.staff.get(`${at}/${part}?from=${from}`);
  const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
  expect(body).toContain('Save it to let it stand');
  return desk.post(`${at}/${part}`, { from, version, ...fields });
}

test('both records’ names, numbers, addresses and people are shown, each with where it came from', async () => {
  const { one, other, at } = await twoMerged();
  const page = await read(at);
  expect(page).toContain(`Also recorded: Ivy Sallow, ${one.reference}`);
  expect(page).toContain('A123456789012');
  expect(page).toContain('2 Salow Street, WX1 1AA');
  expect(page).toContain(`1 Sallow Street, WX1 1AA From the record of Ivy Sallow, ${one.reference}`);
  expect(await read(`/cases/${one.childId}/particulars`)).toContain('Also recorded');
  const people = await read(`/cases/${other.childId}/people`);
  expect(people).toContain(`Came from The record of Ivy Sallow, ${one.reference}`);
  expect(people.split('Came from')).toHaveLength(2);
});

test('a person lets one record’s answers stand, and taken apart what stood before stands again', async () => {
  const { one, other, at } = await twoMerged();
  const names = { givenNames: 'Ivy', familyName: 'Sallow', preferredName: '' };
  expect((await choose(at, 'names', one.childId, names)).statusCode).toBe(303);
  const numbers = { upn: 'A123456789012', uln: '', upnUnknown: '', nhsNumber: '', nhsUnknown: '' };
  const taken = await choose(at, 'numbers', one.childId, numbers);
  expect(taken.statusCode).toBe(303);
  expect(await namedAs(other.childId)).toMatchObject({ family_name: 'Sallow', upn: 'A123456789012' });
  expect((await desk.apart(other.childId)).statusCode).toBe(303);
  expect(await namedAs(other.childId)).toMatchObject({ family_name: 'Salow', upn: null });
  expect(await namedAs(one.childId)).toMatchObject({ family_name: 'Sallow' });
  expect(await read(at)).toContain('As it stood before the files were merged');
});

test('what somebody wrote themself since stays when the files are taken apart', async () => {
  const { one, other, at } = await twoMerged();
  await choose(at, 'names', one.childId, { givenNames: 'Ivy', familyName: 'Sallow', preferredName: '' });
  const changed = { givenNames: 'Ivy', familyName: 'Sallowe', preferredName: '', version: '9' };
  expect((await desk.post(`${at}/names`, changed)).statusCode).toBe(303);
  await desk.apart(other.childId);
  expect(await namedAs(other.childId)).toMatchObject({ family_name: 'Sallowe' });
});

test('of two addresses the other stands once one is said never to have been so; taken apart, neither shows the other’s', async () => {
  const { one, other, at } = await twoMerged();
  const { rows } = await ownerPool().query(`select id from children_circumstances where child_id = $1`, [
    other.childId,
  ]);
  const never = { never: 'They have never lived there' };
  await desk.post(`/cases/${other.childId}/circumstances/${rows[0].id}/removal`, never);
  expect(await namedAs(other.childId)).toMatchObject({ address_lines: ['1 Sallow Street'] });
  expect(await read(at)).not.toContain('2 Salow Street, WX1 1AA Not known');
  await desk.apart(other.childId);
  expect(await namedAs(other.childId)).toMatchObject({ address_lines: [] });
  expect(await namedAs(one.childId)).toMatchObject({ address_lines: ['1 Sallow Street'] });
});

const AS: Particulars = {
  ...{ givenNames: 'Ivy', familyName: 'Salow', preferredName: null, bornOn: plainDate('2016-04-02') },
  ...{ sex: null, ethnicity: null, firstLanguage: null, homeLanguages: null, interpreter: null, bsl: false },
  ...{ upn: null, uln: null, upnUnknown: 'UN1', nhsNumber: null, nhsUnknown: null },
};
const save = (part: Saved['part'], particulars: Particulars, fromRecord: string | null): Saved => ({
  ...{ version: 1, part, particulars, why: null, by: 'Priya Raman', at: new Date(0), fromRecord },
});

test('only what was last chosen from a record that has gone is given up, question by question', () => {
  const named = { ...AS, familyName: 'Sallow' };
  const numbered = { ...named, upn: 'X', upnUnknown: null };
  const saves = [
    save('as first recorded', AS, null),
    save('names', named, 'gone'),
    save('numbers', numbered, 'kept'),
  ];
  expect(withoutChosen(saves, numbered, new Set(['gone']))).toEqual({ ...numbered, familyName: 'Salow' });
  expect(withoutChosen(saves, numbered, new Set(['gone', 'kept']))).toEqual(AS);
  expect(withoutChosen(saves, numbered, new Set())).toEqual(numbered);
});
