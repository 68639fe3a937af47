import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import { filesOf } from '../child-file.ts';
import { once, type Tx } from '../lens/index.ts';
import { FORMATS, type Preferences } from './preferences.ts';
import type { Home, LetterContact } from './recipient.ts';
import type { Barred } from './safe-contact.ts';

/** Somebody on a child's file, with how they asked to be written and spoken to; or, with `home`, where the child lives. */
export type ContactOnFile = LetterContact & Preferences & { home: Home | null; themself: boolean };

/** Everyone on the child's file, as it is now, and where the child lives. */
export async function contactsOnFile(tx: Tx, childId: Uuid): Promise<ContactOnFile[]> {
  const isTheirs = sql<boolean>`child_id = any(${filesOf(childId)})`;
  const rows = await people(tx)
    .where(isTheirs)
    .unionAll(
      tx
        .selectFrom('children_homes')
        .select((home) => [
          sql<Uuid>`child_id`.as('id'),
          sql<string>`'where the child lives'`.as('name'),
          sql<string | null>`null`.as('email'),
          sql<string | null>`null`.as('phone'),
          sql<string[]>`address_lines`.as('addressLines'),
          'postcode',
          sql<boolean>`false`.as('restricted'),
          sql<string>`'post'`.as('prefers'),
          sql<string>`'standard'`.as('format'),
          sql<string | null>`null`.as('language'),
          sql<string | null>`null`.as('interpreter'),
          sql<boolean>`false`.as('bsl'),
          sql<boolean>`false`.as('livesElsewhere'),
          home
            .case()
            .when('looked_after', '=', true)
            .then(sql<Home | null>`'of a looked-after child'`)
            .else(sql<Home | null>`'of a child'`)
            .end()
            .as('home'),
          sql<boolean>`false`.as('themself'),
        ])
        .where(isTheirs),
    )
    .execute();
  return rows.map(toContact);
}

/** Why nobody of a family is written to about a record on which somebody brought their child to attention, until they may be told. */
export async function whyUntold(
  tx: Tx,
  { childId, contactId }: { childId: Uuid | null; contactId: Uuid | null },
): Promise<Barred | null> {
  if (childId === null || contactId === null) return null;
  const [untold] = await askUntold(tx, { childId });
  return untold === undefined ? null : { kind: 'put right', why: UNTOLD };
}

const UNTOLD =
  'The family has not been told that the child was brought to attention. Tell them first, on the page of the request';

const askUntold = once((tx, { childId }: { childId: Uuid }) =>
  tx.selectFrom('untold_requests').select('request_id').where('child_id', '=', childId).limit(1),
);

/** Everyone on any child's file whom the lens shows. */
export function people(tx: Tx) {
  return tx
    .selectFrom('children_contacts')
    .select([
      'id',
      'name',
      'email',
      'phone',
      'address_lines as addressLines',
      'postcode',
      'restricted',
      'prefers',
      'format',
      'language',
      'interpreter',
      'bsl',
      'lives_elsewhere as livesElsewhere',
      sql<Home | null>`null`.as('home'),
      sql<boolean>`trim(relationship) ~* '^(the )?young person$'`.as('themself'),
    ]);
}

/** A row of them as what is written is addressed by. */
export function toContact<R extends { prefers: string; format: string }>(row: R) {
  return {
    ...row,
    prefers: preference(row.prefers),
    format: FORMATS.find((one) => one === row.format) ?? 'standard',
  };
}

function preference(text: string): LetterContact['prefers'] {
  return text === 'email' || text === 'text' ? text : 'post';
}
