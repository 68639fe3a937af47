import { readAppeals } from './appeals.ts';
import { readDashboard } from './dashboard.ts';
import { readEes } from './ees.ts';
import { readLait } from './lait.ts';
import { readLaitDictionary } from './lait-dictionary.ts';
import type { Reader } from './line.ts';
import { readNeighbours } from './neighbours.ts';
import { readPopulation } from './population.ts';

const READERS: readonly ((file: string, header: readonly string[]) => Reader | null)[] = [
  readAppeals,
  readNeighbours,
  readPopulation,
  readLait,
  readLaitDictionary,
  readDashboard,
  readEes,
];

/** How many records a table may have before its header: titles. */
export const TITLES = 8;

/** What reads a table, by its file's name and its header. Null for one that nobody here knows, and for a title. */
export function recognise(file: string, header: readonly string[]): Reader | null {
  for (const read of READERS) {
    const reader = read(file, header);
    if (reader !== null) return reader;
  }
  return null;
}
