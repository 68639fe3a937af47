import type { Tx } from '../../../platform/lens/index.ts';
import { findSetting, listLinks, type Setting } from '../../settings/index.ts';

/** The one open setting that came after a closed one, as the register links them; null where there is none, or several. */
export async function findSuccessor(tx: Tx, { urn }: Pick<Setting, 'urn'>): Promise<Setting | null> {
  if (urn === null) return null;
  const after = (await listLinks(tx, urn)).filter(({ kind, id }) => /^successor/i.test(kind) && id !== null);
  const open: Setting[] = [];
  for (const { id } of after) {
    const setting = id === null ? undefined : await findSetting(tx, id);
    if (setting !== undefined && setting.status !== 'Closed') open.push(setting);
  }
  const [only, ...others] = open;
  return only !== undefined && others.length === 0 ? only : null;
}
