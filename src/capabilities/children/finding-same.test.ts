import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { withLens } from '../../platform/lens/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { findLikelySame, type Stated } from './index.ts';
import { nearTo } from './matching-store.ts';

let authority: number;
const system = () => ({ kind: 'system', authorityId: authority }) as const;

beforeAll(async () => {
  authority = await anAuthority();
});

async function onFile(
  given: string,
  family: string,
  more: { born?: string; postcode?: string; preferred?: string; nhs?: string; at?: number } = {},
): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, preferred_name, born_on, postcode, nhs_number) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      more.at ?? authority,
      id,
      given,
      family,
      more.preferred ?? null,
      more.born ?? '2016-05-04',
      more.postcode ?? 'WX1 4AB',
      more.nhs ?? null,
    ],
  );
  return id;
}

async function strengthOf(id: string, stated: Partial<Stated>): Promise<string | null> {
  const whole = {
    givenNames: 'x',
    familyName: 'x',
    bornOn: plainDate('2016-05-04'),
    upn: null,
    postcode: 'WX1 4AB',
    ...stated,
  };
  const found = await withLens(testDatabase(), system(), (tx) => findLikelySame(tx, whole, null));
  return found.find((one) => one.id === id)?.match.strength ?? null;
}

test.each([
  ['as it is', ['Zoë', 'Ó Briain-Castellanos'], ['Zoë', 'Ó Briain-Castellanos'], 'agree'],
  ['without its accents', ['Zoë', 'Ó Briain-Castellanos'], ['Zoe', 'O Briain Castellanos'], 'agree'],
  ['half of a double name', ['Zoë', 'Ó Briain-Castellanos'], ['Zoe', 'Castellanos'], 'agree'],
  ['spelt another way', ['Katherine', 'Marlowe'], ['Catherine', 'Marlow'], 'nearly agree'],
  ['with another letter', ['Oscar', 'Brambling'], ['Oskar', 'Brambling'], 'nearly agree'],
  ['with other vowels', ['Mohammed', 'Dunnock'], ['Muhammad', 'Dunnock'], 'nearly agree'],
  ['with a letter left out', ['John', 'Smith'], ['Jon', 'Smyth'], 'nearly agree'],
  ['of a twin as short', ['Mia', 'Whinchat'], ['Ava', 'Whinchat'], 'may be a twin'],
  ['the other way round', ['Nguyen', 'Thanh'], ['Thanh', 'Nguyen'], 'nearly agree'],
  ['without the middle name', ['Peregrine James', 'Oakes'], ['Peregrine', 'Oakes'], 'agree'],
  ['another first name: perhaps a twin', ['Barnaby', 'Thistle'], ['Rosalind', 'Thistle'], 'may be a twin'],
  ['another name altogether', ['Barnaby', 'Thistle'], ['Rosalind', 'Quimby'], null],
])(
  'a name stated %s',
  async (_, [given = '', family = ''], [statedGiven = '', statedFamily = ''], strength) => {
    const id = await onFile(given, family);
    expect(await strengthOf(id, { givenNames: statedGiven, familyName: statedFamily })).toBe(strength);
  },
);

test('the name a child likes to be called counts as theirs', async () => {
  const id = await onFile('Alexander', 'Pemberton', { preferred: 'Sasha' });
  expect(await strengthOf(id, { givenNames: 'Sasha', familyName: 'Pemberton' })).toBe('agree');
});

test('slips of the birth date are found, and an NHS number whatever else is wrong', async () => {
  const id = await onFile('Clementine', 'Draycott', { born: '2015-03-11', nhs: '9434765919' });
  const named = { givenNames: 'Clementine', familyName: 'Draycott' };
  expect(await strengthOf(id, { ...named, bornOn: plainDate('2015-11-03') })).toBe('nearly agree');
  expect(await strengthOf(id, { ...named, bornOn: plainDate('2005-03-11') })).toBe('nearly agree');
  expect(
    await strengthOf(id, { nhsNumber: '9434765919', bornOn: plainDate('2009-09-09'), postcode: null }),
  ).toBe('same number');
});

test('another authority’s child is never offered, nor a file that was joined to another', async () => {
  const elsewhere = await onFile('Hesper', 'Nightingale', { at: await anAuthority('Otherton') });
  const joined = await onFile('Hesper', 'Nightingale');
  const kept = await onFile('Hesper', 'Nightingale');
  await ownerPool().query('update children set joined_to = $2 where id = $1', [joined, kept]);
  const stated = { givenNames: 'Hesper', familyName: 'Nightingale' };
  expect(await strengthOf(elsewhere, stated)).toBe(null);
  expect(await strengthOf(joined, stated)).toBe(null);
  expect(await strengthOf(kept, stated)).toBe('agree');
});

test('among 50,000 children it looks at no more than are near, by indexes led by the authority', async () => {
  const [one, other] = [await anAuthority(), await anAuthority('Otherton')];
  for (const code of [one, other])
    await ownerPool().query(
      `insert into children (authority_id, id, given_names, family_name, born_on, postcode)
       select $1, gen_random_uuid(), 'Child ' || n, 'Family ' || n % 9973, date '2001-09-01' + n % 8700, 'ZZ' || n % 99 || ' ' || n % 10 || 'AA'
       from generate_series(1, 50000) n`,
      [code],
    );
  await ownerPool().query('analyze children');
  const stated = {
    givenNames: 'Child 77',
    familyName: 'Family 77',
    bornOn: plainDate('2001-11-17'),
    upn: 'A123456789012',
    postcode: 'ZZ77 7AA',
  };
  const { best, plan } = await withLens(testDatabase(), { kind: 'system', authorityId: one }, async (tx) => ({
    best: (await findLikelySame(tx, stated, null))[0]?.match.strength,
    plan: JSON.stringify(await nearTo(tx, stated).explain('json', sql`analyze`)),
  }));
  expect(best).toBe('agree');
  expect(plan).not.toContain('Seq Scan');
  for (const index of ['children_by_birth', 'children_by_postcode', 'children_by_upn'])
    expect(plan).toContain(index);
  const [, removed = '0'] = /"Rows Removed by Filter":(\d+)/.exec(plan) ?? [];
  const [, read = ''] = /"Node Type":"Bitmap Heap Scan".*?"Actual Rows":([\d.]+)/.exec(plan) ?? [];
  expect(Number(read) + Number(removed)).toBeLessThan(1500);
}, 120_000);
