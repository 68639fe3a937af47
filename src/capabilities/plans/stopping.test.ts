import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { checkedOf } from './checking.ts';
import type { Finding } from './checks/check.ts';
import { AT_FERNTON, aDraft, aNeed, anArea, facts } from './examples.ts';
import { type DraftContent, emptyAreas } from './plan.ts';
import { firstVersions } from './sections.ts';
import { recordExceptions, stoppedBy, stopping } from './stopping.ts';

const today = plainDate('2026-03-02');
const nameOf = ({ rule, row, text }: Finding) => `${rule} ${row} ${text}`;

function withNeed(text: string, changes: Partial<DraftContent> = {}) {
  const area = anArea(1, 'F');
  const gap = { ...area, needs: [...area.needs, aNeed(9, { text })] };
  const content = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': gap }, ...changes });
  return facts({ working: { content, versions: firstVersions() } });
}

function letOut(now = withNeed('Cannot yet read')) {
  const stopped = stoppedBy(checkedOf(now, today), now);
  const how = {
    chosen: stopped.map(nameOf),
    reason: 'The report comes on Monday',
    by: 'Priya Raman',
    on: today,
  };
  return { stopped, done: recordExceptions(stopped, how, nameOf) };
}

test('what stops a plan no longer stops it once an exception is recorded for just these words', () => {
  const { done } = letOut();
  expect(done).toMatchObject({ ok: true, value: [{ rule: 'need-has-provision', text: 'Cannot yet read' }] });
  const exceptions = done.ok ? done.value : [];
  const same = { ...withNeed('Cannot yet read'), exceptions };
  expect(stopping(checkedOf(same, today), same)).toEqual([]);
  const changed = { ...withNeed('Cannot yet read or write'), exceptions };
  expect(stopping(checkedOf(changed, today), changed)).toHaveLength(1);
});

test('an exception for one finding leaves the others', () => {
  const { done } = letOut();
  const both = {
    ...withNeed('Cannot yet read', { a1: 'word '.repeat(501) }),
    exceptions: done.ok ? done.value : [],
  };
  expect(stoppedBy(checkedOf(both, today), both).map(({ rule }) => rule)).toEqual(['a1-length']);
});

test('an exception for words that were changed meanwhile is refused, and nothing is let out', () => {
  const { stopped } = letOut();
  const now = withNeed('Cannot yet read or write');
  const how = { chosen: stopped.map(nameOf), reason: 'Why', by: 'Priya Raman', on: today };
  const done = recordExceptions(stoppedBy(checkedOf(now, today), now), how, nameOf);
  expect(done).toMatchObject({ ok: false, field: 'findings' });
  expect(recordExceptions(stopped, { ...how, chosen: [] }, nameOf).ok).toBe(false);
});

test('a draft that names a setting is let out by nobody', () => {
  const smuggled: DraftContent = JSON.parse(JSON.stringify({ ...aDraft(), sectionI: AT_FERNTON }));
  const now = facts({ working: { content: smuggled, versions: firstVersions() } });
  const { stopped, done } = letOut(now);
  expect(stopped.map(({ rule }) => rule)).toEqual(['section-i-empty-in-draft']);
  expect(done.ok).toBe(false);
});
