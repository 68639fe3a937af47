import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Freshness, Shelves } from './declared.ts';
import { OWN } from './doors.ts';
import { nudgeFor } from './nudging.ts';
import { countStatements, findOwnSetting } from './own-store.ts';
import { listDeclared } from './store.ts';

/** What an organisation is reminded of beside its inbox. */
export type SettingNudge = {
  name: string;
  href: string;
  /** How many statements there are: what "nothing has changed" is about. */
  version: number;
  /** Since when some of it is old; null where it said nothing yet, or all of it is fresh. */
  old: { oldest: PlainDate; freshness: Freshness } | null;
};

/** The setting an organisation speaks for, and how old what it says is; null where it is none, or has closed. */
export async function findNudge(
  tx: Tx,
  organisationId: Uuid,
  today: PlainDate,
  shelves: Shelves,
): Promise<SettingNudge | null> {
  const setting = await findOwnSetting(tx, organisationId);
  if (setting === undefined || setting.status === 'Closed') return null;
  const [declared] = await listDeclared(tx, [setting.id]);
  const nudge = declared === undefined ? null : nudgeFor(declared, today, shelves);
  return {
    ...{ name: setting.name, href: OWN, version: await countStatements(tx, setting.id) },
    old: nudge === null ? null : { oldest: nudge.oldest, freshness: nudge.freshness },
  };
}
