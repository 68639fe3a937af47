import { randomUUID } from 'node:crypto';
import { ownerPool } from '../../../../test/support/database.ts';
import type { Database } from '../../../platform/database/index.ts';
import { type Actor, withLens } from '../../../platform/lens/index.ts';
import { type PlainDate, plainDate } from '../../../shared/plain-date.ts';
import type { Saying } from './saying.ts';
import { insertStatement } from './saying-store.ts';

export type Place = { settingId: string; organisationId: string; name: string };

/** A setting on the register with its organisation, for tests. */
export async function aPlace(name: string, code: number, type = 'Community special school'): Promise<Place> {
  const { rows } = await ownerPool().query<{ id: string }>(
    `insert into settings (name, la_code, status, type, fictional, content_hash) values ($1, $2, 'Open', $3, true, $1)
     returning id`,
    [name, code, type],
  );
  const settingId = rows[0]?.id ?? '';
  const organisationId = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name, setting_id) values ($1, 'school or college', $2, $3)`,
    [organisationId, name, settingId],
  );
  return { settingId, organisationId, name };
}

/** Somebody who acts for an organisation, with an account. */
export async function aSpeaker(
  organisationId: string,
  name = 'Ruth Adeyemi',
): Promise<Actor & { accountId: string }> {
  const accountId = randomUUID();
  await ownerPool().query(
    `insert into accounts (id, kind, email, name) values ($1, 'organisation', $2, $3)`,
    [accountId, `${accountId}@school.example`, name],
  );
  return { kind: 'organisation', accountId, name, organisationId, administrator: true };
}

/** Has a setting say something of itself, through its own lens; returns the statement's number, or null when overtaken. */
export async function hasSaid(
  database: Database,
  place: Place,
  saying: Saying,
  { on = plainDate('2025-02-03'), seen = 0 }: { on?: PlainDate; seen?: number } = {},
): Promise<number | null> {
  const speaker = await aSpeaker(place.organisationId);
  const { settingId, organisationId } = place;
  return withLens(database, speaker, (tx) =>
    insertStatement(
      tx,
      {
        ...{ settingId, speaks: { organisationId }, saidOn: on, seen },
        by: { accountId: speaker.accountId, name: 'Ruth Adeyemi' },
        at: new Date(`${on}T10:00:00Z`),
      },
      saying,
    ),
  );
}
