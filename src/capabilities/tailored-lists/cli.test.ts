import { expect, inject, test } from 'vitest';
import { ownerPool, testDatabase } from '../../../test/support/database.ts';
import { type Io, UnusableInput } from '../../platform/command.ts';
import { parseConfig } from '../../platform/config/index.ts';
import { list } from './cli.ts';

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const io: Io = {
    out: (line) => out.push(line),
    error: () => undefined,
    progress: () => undefined,
    read: () => Promise.reject(new Error('reads nothing')),
    config: parseConfig({}),
    database: () =>
      Promise.resolve({
        database: testDatabase(),
        ownerUrl: inject('ownerUrl'),
        close: () => Promise.resolve(),
      }),
    now: () => new Date(),
  };
  return { code: await list(['list', ...args], io), out };
}

const refusalOf = (...args: readonly string[]) =>
  run(...args).then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof UnusableInput) return error.message;
      throw error;
    },
  );

/** A place of its own in the North Sea, with settings that are at given kilometres north of it. */
async function somewhere(
  postcode: string,
  latitude: number,
  settings: Record<string, Record<string, unknown>>,
) {
  await ownerPool().query(
    'insert into postcodes (postcode, authority_code, latitude, longitude) values ($1, 998, $2, 3)',
    [postcode, latitude],
  );
  for (const [name, said] of Object.entries(settings)) {
    await ownerPool().query(
      `insert into settings (name, status, content_hash, postcode, type, phase, need_types, age_from, age_to)
       values ($1, $2, 'invented', $3, $4, $5, $6, $7, $8)`,
      [
        name,
        said['status'] ?? 'Open',
        postcode,
        said['type'],
        said['phase'],
        said['needs'] ?? [],
        said['from'],
        said['to'],
      ],
    );
  }
}

const AUTISM = 'ASD - Autistic Spectrum Disorder';

test('every setting near a postcode is printed with why it is on the list or left off, for a program and for people', async () => {
  await somewhere('ZY1 1AA', 54.1, {
    'Nearshore Academy': { type: 'Academy converter', phase: 'Secondary', needs: [AUTISM] },
    'Dogger Primary': { type: 'Community school', phase: 'Primary' },
    'Fisher Special': { type: 'Community special school', phase: 'Not applicable', from: 4, to: 19 },
  });
  const asked = ['--postcode', 'zy11aa', '--need', 'asd', '--age', '11', '--within', '5'];
  const { code, out } = await run(...asked, '--json');
  expect(code).toBe(0);
  const answer = JSON.parse(out.join('\n'));
  expect(answer).toMatchObject({
    criteria: '1',
    considered: 3,
    asked: { postcode: 'ZY1 1AA', needs: ['ASD'] },
  });
  expect(answer.settings.map((one: { name: string; verdict: string }) => [one.name, one.verdict])).toEqual([
    ['Nearshore Academy', 'fits'],
    ['Fisher Special', 'not known'],
    ['Dogger Primary', 'left off'],
  ]);
  const people = await run(...asked);
  expect(people.out[0]).toBe(
    '3 settings within 5 km of ZY1 1AA: 2 on the list, 1 left off, by criteria version 1 of 2026-11-30',
  );
  expect(people.out[1]).toContain('section 38(3)');
  expect(people.out.at(-1)).toMatch(/^left off {2}Dogger Primary.*another phase/);
});

test('a phase narrows it, and where nothing is on the list the answer is no', async () => {
  await somewhere('ZY2 2BB', 54.5, { 'Forties Primary': { type: 'Community school', phase: 'Primary' } });
  const asked = ['--postcode', 'ZY2 2BB', '--need', 'VI', '--within', '5'];
  expect((await run(...asked, '--age', '11')).code).toBe(1);
  const other = await run(...asked, '--age', '6', '--phase', 'secondary');
  expect(other).toMatchObject({ code: 1 });
  expect(other.out[0]).toMatch(/^0 settings/);
});

test.each([
  [
    ['--postcode', 'EH1 1AA', '--need', 'ASD', '--age', '11'],
    'Enter a postcode in England: EH1 1AA is in Scotland',
  ],
  [['--postcode', 'ZY9', '--need', 'ASD', '--age', '11'], 'Enter the whole postcode: ZY9 is its first half'],
  [['--postcode', 'rubbish', '--need', 'ASD', '--age', '11'], 'Enter a whole postcode, like SW1A 2AA'],
  [['--postcode', 'ZY1 1AA', '--need', 'NONE', '--age', '11'], '--need is one of ASD, HI, MLD, MSI, OTH, PD'],
  [['--postcode', 'ZY1 1AA', '--need', 'ASD', '--age=-1'], 'age'],
  [
    ['--postcode', 'ZY1 1AA', '--need', 'ASD', '--age', '26'],
    'enter the age on the 31 August before starting',
  ],
  [['--postcode', 'ZY1 1AA', '--need', 'ASD', '--age', '11', '--within', '0'], 'enter how far in kilometres'],
  [['--postcode', 'ZY1 1AA', '--need', 'ASD', '--age', '11', '--phase', 'Big'], '--phase is one of Nursery'],
  [['--need', 'ASD', '--age', '11'], 'use: opensend settings list'],
])('what cannot be used is one plain line: %s', async (args, line) => {
  const said = await refusalOf(...args);
  expect(said).toContain(line);
  expect(said).not.toContain('\n');
});

test('a postcode that is none of England’s is said to be so, and one that has ended is still where it was', async () => {
  await somewhere('ZY3 3CC', 55, { 'Viking School': { type: 'Community school', phase: 'Secondary' } });
  await ownerPool().query(`update postcodes set terminated_in = '2020-01-01' where postcode = 'ZY3 3CC'`);
  expect(await refusalOf('--postcode', 'ZY3 3CD', '--need', 'ASD', '--age', '11')).toContain(
    'ZY3 3CD is not among',
  );
  const { code, out } = await run('--postcode', 'ZY3 3CC', '--need', 'ASD', '--age', '11', '--within', '5');
  expect(code).toBe(0);
  expect(out.join(' ')).toContain('ZY3 3CC ended in January 2020');
});
