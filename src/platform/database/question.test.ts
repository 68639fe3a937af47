import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { anAuthority, testDatabase } from '../../../test/support/database.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { type Tx, withLens } from '../lens/index.ts';

/* A question is the same however often it was asked: the first time as it is, then under a name, then without being described again. */

let authorityId = 0;
beforeAll(async () => {
  authorityId = await anAuthority();
});

/** Asks in one transaction, so on one connection, one after another. */
function often<T>(ask: (tx: Tx, time: number) => Promise<T>, times = 7): Promise<T[]> {
  return withLens(testDatabase(), { kind: 'system', authorityId }, async (tx) => {
    const answers = [];
    for (let time = 0; time < times; time += 1) answers.push(await ask(tx, time));
    return answers;
  });
}

test('values come back as what they are, every time', async () => {
  const answers = await often((tx, time) =>
    sql`select ${time}::int as time, 9007199254740991::bigint as many, 'Zoë’s'::text as "two words", '2024-02-29'::date as day,
      true as yes, null::text as none, array['a', null, 'b"c'] as list, '{"of": [1]}'::json as json, '\\x00ff'::bytea as bytes,
      1 as twice, 2 as twice from generate_series(1, ${time})`.execute(tx),
  );
  for (const [time, { rows }] of answers.entries()) {
    expect(rows).toHaveLength(time);
    for (const row of rows)
      expect(row).toEqual({
        time,
        many: 9007199254740991,
        'two words': 'Zoë’s',
        day: '2024-02-29',
        yes: true,
        none: null,
        list: ['a', null, 'b"c'],
        json: { of: [1] },
        bytes: Buffer.from([0, 255]),
        twice: 2,
      });
  }
});

test('those sent together are each answered with their own, though none had been described', async () => {
  const asked = (n: number, tx: Tx) => sql`select ${n}::int as ${sql.ref(`n${n % 4}`)}`.execute(tx);
  const answers = await withLens(testDatabase(), { kind: 'system', authorityId }, (tx) =>
    Promise.all(Array.from({ length: 40 }, (_, n) => asked(n, tx))),
  );
  expect(answers.map(({ rows }) => rows)).toEqual(
    Array.from({ length: 40 }, (_, n) => [{ [`n${n % 4}`]: n }]),
  );
});

test('what changes rows and answers none says how many, every time', async () => {
  const id = randomUUID();
  const child = { authority_id: authorityId, id, given_names: 'Ada', family_name: 'Test' };
  const changed = await often(async (tx, time) => {
    if (time === 0)
      await tx
        .insertInto('children')
        .values({ ...child, born_on: plainDate('2015-01-01') })
        .execute();
    const mine = time % 2 === 0 ? id : randomUUID();
    const { numUpdatedRows } = await tx
      .updateTable('children')
      .set({ given_names: `Ada ${time}` })
      .where('id', '=', mine)
      .executeTakeFirstOrThrow();
    return numUpdatedRows;
  });
  expect(changed).toEqual([1n, 0n, 1n, 0n, 1n, 0n, 1n]);
});

test('what is refused is told each time, and the connection answers whatever is asked next', async () => {
  const divided = (by: number) =>
    withLens(testDatabase(), { kind: 'system', authorityId }, async (tx) => {
      const { rows } = await sql<{ n: number }>`select 10 / ${by}::int as n`.execute(tx);
      return rows[0]?.n;
    });
  for (let time = 0; time < 30; time += 1) {
    await expect(divided(0)).rejects.toThrow('division by zero');
    expect(await divided(5)).toBe(2);
  }
});

test('a value that cannot be written is refused before anything is sent', async () => {
  const around: Record<string, unknown> = {};
  around['itself'] = around;
  const asked = (value: unknown) =>
    withLens(testDatabase(), { kind: 'system', authorityId }, (tx) =>
      sql<{ json: unknown }>`select ${value}::json as json`.execute(tx),
    );
  for (let time = 0; time < 10; time += 1) {
    await expect(asked(around)).rejects.toThrow(/circular/i);
    expect((await asked({ time })).rows).toEqual([{ json: { time } }]);
  }
});

test('the end of a transaction that had failed is told, and nothing of it is kept', async () => {
  const id = randomUUID();
  const work = withLens(testDatabase(), { kind: 'system', authorityId }, async (tx) => {
    await sql`insert into children (authority_id, id, given_names, family_name, born_on)
      values (${authorityId}, ${id}, 'Ada', 'Test', '2015-01-01')`.execute(tx);
    await sql`select 1 / 0`.execute(tx).catch(() => undefined);
  });
  await expect(work).rejects.toThrow('rolled back instead of committed');
  const there = await withLens(testDatabase(), { kind: 'system', authorityId }, (tx) =>
    tx.selectFrom('children').select('id').where('id', '=', id).execute(),
  );
  expect(there).toEqual([]);
});
