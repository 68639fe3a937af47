import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { anAuthority, testDatabase } from '../../../test/support/database.ts';
import { once, withLens } from '../lens/index.ts';

/* A question put together once is asked with each asker's own values. */

let authorityId = 0;
beforeAll(async () => {
  authorityId = await anAuthority();
});

test('each asks with its own values, at the same time too, and the question is put together once', async () => {
  let made = 0;
  const ask = once((tx, { code, word }: { code: number; word: string | null }) => {
    made += 1;
    return tx
      .selectFrom('authorities')
      .select(['code', sql<string | null>`${word}::text`.as('word'), sql<string>`'said'`.as('said')])
      .where('code', '=', code)
      .where(sql<boolean>`${word}::text is not distinct from ${word}`);
  });
  const asked = (word: string | null) =>
    withLens(testDatabase(), { kind: 'system', authorityId }, (tx) => ask(tx, { code: authorityId, word }));
  const answers = await Promise.all([asked('one'), asked(null), asked('two'), asked('$1')]);
  expect(answers.map(([row]) => row?.word)).toEqual(['one', null, 'two', '$1']);
  for (const rows of answers) expect(rows).toMatchObject([{ code: authorityId, said: 'said' }]);
  expect(made).toBe(1);
});

test('a row is written with each writer’s own values', async () => {
  const note = once((tx, row: { authority_id: number; child_id: string }) =>
    tx.insertInto('case_changes').values(row).returning('child_id'),
  );
  const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
  const written = await withLens(testDatabase(), { kind: 'system', authorityId }, (tx) =>
    Promise.all(ids.map((child_id) => note(tx, { authority_id: authorityId, child_id }))),
  );
  expect(written.flat().map(({ child_id }) => child_id)).toEqual(ids);
});
