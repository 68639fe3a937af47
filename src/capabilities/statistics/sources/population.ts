import type { Reader } from './line.ts';
import { readLong } from './long.ts';

/** A reader of mid-year estimates of how many children there are. Null for another table. */
export function readPopulation(file: string, header: readonly string[]): Reader | null {
  if (!header.some((name) => name.trim().toLowerCase() === 'population_estimate')) return null;
  return readLong(
    {
      source: 'population',
      dataset: 'population',
      kind: 'mid-year',
      period: 'time_period',
      where: { level: 'geographic_level', code: 'old_la_code', region: 'region_name', name: 'la_name' },
      topic: 'age_group',
      total: ['children aged 0 to 17 years'],
      indicators: ['population_estimate'],
    },
    file,
    header,
  );
}
