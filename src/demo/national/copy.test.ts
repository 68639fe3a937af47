import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { lineOf } from '../../shared/copy-line.ts';
import { copyRows } from './copy.ts';

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  await client.query('create temporary table copied (id integer, said text, so boolean, on_day date)');
});
afterAll(() => client.end());

const SAID = ['plain', 'a tab\tand a\nline', 'back\\slash \\N', '', 'é “quoted”', '{"a": "b\\n"}'];

test('what is written is what is read, whatever it says', async () => {
  const rows = SAID.map((said, id) => [id, said, id % 2 === 0, '2024-02-29'] as const);
  expect(await copyRows(client, 'copied', ['id', 'said', 'so', 'on_day'], rows)).toBe(SAID.length);
  const read = await client.query<{ said: string }>('select said from copied order by id');
  expect(read.rows.map(({ said }) => said)).toEqual(SAID);
});

test('nothing is nothing, and no rows are no rows', async () => {
  expect(lineOf([1, null, false])).toBe('1\t\\N\tfalse\n');
  expect(await copyRows(client, 'copied', ['id'], [])).toBe(0);
});

test('a row the table refuses is an error, and the connection goes on', async () => {
  await expect(copyRows(client, 'copied', ['id'], [['no number']])).rejects.toThrow('invalid input syntax');
  expect((await client.query('select 1')).rowCount).toBe(1);
});

test('rows that cannot be made end the copy, and the connection goes on', async () => {
  function* broken() {
    yield [1];
    throw new Error('no more');
  }
  await expect(copyRows(client, 'copied', ['id'], broken())).rejects.toThrow();
  expect((await client.query('select 1')).rowCount).toBe(1);
});
