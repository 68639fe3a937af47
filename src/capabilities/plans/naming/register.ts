import type { Tx } from '../../../platform/lens/index.ts';
import { findSetting, isMainstream } from '../../settings/index.ts';
import type { PlanFacts } from '../facts.ts';
import type { Placement } from '../plan.ts';
import type { Mainstream } from './mainstream.ts';
import { wantsOf } from './wants.ts';

/** Whether the register says that each setting asked for, and each that would be named, is mainstream. */
export async function readMainstream(
  tx: Tx,
  facts: Pick<PlanFacts, 'preference' | 'otherPreferences'>,
  placement: Placement | null,
): Promise<Mainstream> {
  const named = placement?.kind === 'named' ? placement.settings : [];
  const ids = [...named, ...wantsOf(facts).map(({ setting }) => setting)].flatMap(({ settingId }) =>
    settingId === null ? [] : [settingId],
  );
  const told = new Map<string, boolean | null>();
  for (const id of new Set(ids)) {
    const setting = await findSetting(tx, id);
    told.set(id, setting === undefined ? null : isMainstream(setting));
  }
  return told;
}
