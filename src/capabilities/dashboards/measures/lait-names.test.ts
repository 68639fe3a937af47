import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../../test/support/shared-data.ts';
import { getMeasure, MEASURES } from './catalogue.ts';
import { laitNameOf, OTHERWISE_THAN_LAIT, polarityOfLait } from './lait-names.ts';

test('what is said to be otherwise than in the tool’s dictionary is a measure the tool has, and says more or less is better', () => {
  for (const id of Object.keys(OTHERWISE_THAN_LAIT)) {
    expect(laitNameOf(getMeasure(id)), id).not.toBeNull();
    expect(getMeasure(id).polarity, id).not.toBe('neither');
  }
});

const real = sharedData('lait/lait_data_dictionary.csv');
describe.skipIf(real === null)('by the dictionary of 2025', () => {
  const rows: Record<string, string>[] =
    real === null ? [] : parse(readFileSync(real), { columns: true, bom: true });
  const printed = new Map(rows.map((row) => [row['Measure_short']?.trim().toLowerCase(), row['Polarity']]));

  test('every measure that the tool has too is in it', () => {
    const absent = MEASURES.filter(
      (measure) => !printed.has(laitNameOf(measure) ?? printed.keys().next().value),
    );
    expect(absent.map(({ id }) => id)).toEqual([]);
  });

  test('which way is better is as it says, but where that is said and why', () => {
    const otherwise = MEASURES.flatMap((measure) => {
      const there = printed.get(laitNameOf(measure) ?? '');
      const said = there === 'High' || there === 'Low' ? there : '-';
      return there === undefined || polarityOfLait(said) === measure.polarity ? [] : [measure.id];
    });
    expect(otherwise.sort()).toEqual(Object.keys(OTHERWISE_THAN_LAIT).sort());
  });
});
