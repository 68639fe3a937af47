import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { keys, type PlanKey } from '../version-store.ts';
import type { TranslatedRow } from './matching.ts';

/** A translation as it came back, and that staff kept it; null until they have. */
export type Translation = {
  id: Uuid;
  versionId: Uuid;
  language: string;
  rows: readonly TranslatedRow[];
  receivedOn: PlainDate;
  receivedBy: string;
  kept: Keeping | null;
};
export type Keeping = {
  translator: string;
  translatedOn: PlainDate;
  checkedHow: string;
  on: PlainDate;
  by: string;
};

/** Every translation of a plan that this lens shows: those kept last first, then those that wait. */
export async function listTranslations(tx: Tx, planId: Uuid): Promise<Translation[]> {
  const found = await tx
    .selectFrom('plan_translations')
    .select(['id', 'version_id as versionId', 'language', 'rows'])
    .select(['received_on as receivedOn', 'received_by as receivedBy'])
    .select(['translator', 'translated_on', 'checked_how', 'kept_on', 'kept_by'])
    .where('plan_id', '=', planId)
    .orderBy('kept_at', (order) => order.desc().nullsLast())
    .orderBy('recorded_at', 'desc')
    .execute();
  return found.map(({ rows, translator, translated_on, checked_how, kept_on, kept_by, ...row }) => ({
    ...row,
    rows: rowsSchema.parse(rows),
    kept:
      translated_on === null || kept_on === null
        ? null
        : {
            translator: translator ?? '',
            translatedOn: translated_on,
            checkedHow: checked_how ?? '',
            on: kept_on,
            by: kept_by ?? '',
          },
  }));
}

const rowsSchema = z.array(z.object({ key: z.string(), source: z.string(), words: z.string() }));

export type Received = {
  versionId: Uuid;
  language: string;
  /** Of the version's words that were translated. */
  wordsHash: string;
  rows: readonly TranslatedRow[];
  on: PlainDate;
  by: string;
};

/** Adds a translation as it came back. Nobody else reads it until it is kept. */
export async function insertTranslation(tx: Tx, plan: PlanKey, given: Received): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('plan_translations')
    .values({
      ...keys(plan),
      id,
      version_id: given.versionId,
      language: given.language,
      words_hash: given.wordsHash,
      rows: JSON.stringify(given.rows),
      received_on: given.on,
      received_by: given.by,
    })
    .execute();
  return id;
}

/** Keeps a translation, once; the first to keep it is kept. Whether this was. */
export async function keepTranslation(
  tx: Tx,
  id: Uuid,
  { on, by, ...said }: Keeping,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('plan_translations')
    .set({
      translator: said.translator,
      translated_on: said.translatedOn,
      checked_how: said.checkedHow,
      kept_on: on,
      kept_by: by,
      kept_at: at,
    })
    .where('id', '=', id)
    .where('kept_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
