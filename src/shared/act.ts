/**
 * Something staff may do next on a case. The capability that does it says whether it may be done now, by the very rule it
 * refuses by: `notYet` says why not, and is empty where it may.
 */
export type NextAct = {
  what: string;
  href: string;
  provision: { text: string; url: string };
  notYet: readonly string[];
  /** What to know before doing it; it stops nothing. */
  note?: string;
};
