import { phaseSaid, type Register, rowsOf, settingAt } from '../settings/index.ts';
import type { Named } from './shown.ts';

/** What the register calls a setting now. */
export function namedIn(register: Register): Named {
  const rows = rowsOf(register);
  return (id) => {
    const row = rows.get(id);
    if (row === undefined) return undefined;
    const { name, town, phase } = settingAt(register, row);
    return { name, town, phase: phaseSaid(phase) };
  };
}
