import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { byWeek, nextOf } from './calendar.ts';
import { icalendar } from './icalendar.ts';

const due = (id: string, day: string | null) => ({ id, dueOn: day === null ? null : plainDate(day) });

test('what is due is shown week by week from Monday, and what has no day is in none', () => {
  const items = [due('a', '2026-03-15'), due('b', '2026-03-16'), due('c', '2026-03-22'), due('d', null)];
  expect(byWeek(items)).toEqual([
    { monday: '2026-03-09', items: [items[0]] },
    { monday: '2026-03-16', items: [items[1], items[2]] },
  ]);
});

test('one left for later does not come again until all the others have', () => {
  const items = [due('a', '2026-03-15'), due('b', '2026-03-16')];
  expect(nextOf(items, [])?.id).toBe('a');
  expect(nextOf(items, ['a'])?.id).toBe('b');
  expect(nextOf(items, ['a', 'b'])).toBe(null);
});

test('the file is iCalendar: a day each, folded at 75 octets, and nothing typed breaks out of its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      const event = {
        uid: 'x@example.org',
        dueOn: plainDate('2026-12-31'),
        summary: typed,
        url: 'https://x.example/',
      };
      const file = icalendar('What is due', [event], new Date('2026-03-01T09:00:00.123Z'));
      const lines = file.split('\r\n');
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const unfolded = file.replaceAll('\r\n ', '').split('\r\n');
      expect(unfolded.filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1);
      expect(unfolded).toHaveLength(16);
      expect(unfolded).toContain('DTSTART;VALUE=DATE:20261231');
      expect(unfolded).toContain('DTEND;VALUE=DATE:20270101');
      expect(unfolded).toContain('DTSTAMP:20260301T090000Z');
    }),
  );
});
