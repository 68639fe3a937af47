/** Where a file is with the scanner. Held, nobody can open it. */
export type Check = 'passed' | 'not scanned' | 'being checked' | 'harmful';

type Checked = { madeHere: boolean; scanPassed: boolean | null };

/** What the facts come to. `scanning`: whether a scanner is configured. What was found harmful stays so without one. */
export function checkOf({ madeHere, scanPassed }: Checked, scanning: boolean): Check {
  if (scanPassed !== null) return scanPassed ? 'passed' : 'harmful';
  if (madeHere) return 'passed';
  return scanning ? 'being checked' : 'not scanned';
}

export function isHeld(check: Check): boolean {
  return check === 'being checked' || check === 'harmful';
}

/** Why nobody can open it, beside its name; null for what can be opened. */
export const HELD_WORDS: Readonly<Record<Check, string | null>> = {
  passed: null,
  'not scanned': null,
  'being checked': 'Being checked for viruses. It can be opened when the check is done',
  harmful: 'Did not pass the check for viruses, so nobody can open it. Send another copy of it',
};

/** What is said where files are sent and listed, while no scanner is configured; null with one. */
export function notScanned(scanning: boolean): string | null {
  return scanning ? null : 'Files here are not checked for viruses. Open only files you expect.';
}
