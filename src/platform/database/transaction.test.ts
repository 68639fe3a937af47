import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { lastly, type Tx, withLens } from '../lens/index.ts';

/* What a transaction through a lens holds to, however many questions are on their way at once. */

let authorityId = 0;
beforeAll(async () => {
  authorityId = await anAuthority();
});

const actor = () => ({ kind: 'system', authorityId }) as const;

function addChild(tx: Tx, id = randomUUID()) {
  return tx
    .insertInto('children')
    .values({
      authority_id: authorityId,
      id,
      given_names: 'Ada',
      family_name: 'Test',
      born_on: plainDate('2015-01-01'),
    })
    .execute();
}

async function countChildren(): Promise<number> {
  const { rows } = await ownerPool().query('select 1 from children where authority_id = $1', [authorityId]);
  return rows.length;
}

describe('questions asked at once', () => {
  test('are answered in their order, by one transaction', async () => {
    const answers = await withLens(testDatabase(), actor(), (tx) =>
      Promise.all(
        [1, 2, 3].map((n) =>
          sql<{ n: number; xid: string }>`select ${n}::int as n, pg_current_xact_id()::text as xid`.execute(
            tx,
          ),
        ),
      ),
    );
    const rows = answers.flatMap((answer) => answer.rows);
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(new Set(rows.map(({ xid }) => xid)).size).toBe(1);
  });

  test('are undone together when one is refused, which is the one that is told', async () => {
    const before = await countChildren();
    const twice = randomUUID();
    const work = withLens(testDatabase(), actor(), (tx) =>
      Promise.all([addChild(tx), addChild(tx, twice), addChild(tx, twice), addChild(tx)]),
    );
    await expect(work).rejects.toThrow(/duplicate key/);
    expect(await countChildren()).toBe(before);
  });
});

describe('a transaction of one question', () => {
  test('is kept once it is answered', async () => {
    const before = await countChildren();
    await withLens(testDatabase(), actor(), (tx) => addChild(tx), 'one');
    expect(await countChildren()).toBe(before + 1);
  });

  test('refuses a second', async () => {
    const work = withLens(testDatabase(), actor(), (tx) => addChild(tx).then(() => addChild(tx)), 'one');
    await expect(work).rejects.toThrow(/over/);
  });

  test('keeps nothing of what was refused, and the connection serves whoever is next', async () => {
    const id = randomUUID();
    await withLens(testDatabase(), actor(), (tx) => addChild(tx, id), 'one');
    const before = await countChildren();
    const again = Array.from({ length: 20 }, () =>
      withLens(testDatabase(), actor(), (tx) => addChild(tx, id), 'one'),
    );
    for (const one of await Promise.allSettled(again)) expect(one.status).toBe('rejected');
    expect(await countChildren()).toBe(before);
    await withLens(testDatabase(), actor(), (tx) => addChild(tx), 'one');
    expect(await countChildren()).toBe(before + 1);
  });
});

describe('the last questions of a transaction', () => {
  test('are all answered, and committed with what went before', async () => {
    const before = await countChildren();
    const answers = await withLens(testDatabase(), actor(), async (tx) => {
      await addChild(tx);
      return lastly(tx, () =>
        Promise.all([addChild(tx), sql<{ n: number }>`select ${7}::int as n`.execute(tx)]),
      );
    });
    expect(answers[1].rows).toEqual([{ n: 7 }]);
    expect(await countChildren()).toBe(before + 2);
  });

  test('are followed by no other', async () => {
    const before = await countChildren();
    const work = withLens(testDatabase(), actor(), async (tx) => {
      await lastly(tx, () => addChild(tx));
      await addChild(tx);
    });
    await expect(work).rejects.toThrow(/over/);
    expect(await countChildren()).toBe(before + 1);
  });

  test('undo all of it when one is refused', async () => {
    const before = await countChildren();
    const id = randomUUID();
    const work = withLens(testDatabase(), actor(), async (tx) => {
      await addChild(tx, id);
      return lastly(tx, () => Promise.all([addChild(tx), addChild(tx, id)]));
    });
    await expect(work).rejects.toThrow(/duplicate key/);
    expect(await countChildren()).toBe(before);
  });
});

test('the handle of a transaction that is over is refused', async () => {
  let kept: Tx | null = null;
  await withLens(testDatabase(), actor(), async (tx) => {
    kept = tx;
  });
  expect(kept).not.toBeNull();
  await expect(kept === null ? null : addChild(kept)).rejects.toThrow(/over/);
});
