import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, aNeed, anArea, anId, facts, served } from './examples.ts';
import type { DraftContent } from './plan.ts';
import { emptyAreas } from './plan.ts';
import { firstVersions } from './sections.ts';
import { afterServing, beginNewDraft, lastDayForViews, serveDraft, servedWhenSent } from './serving.ts';
import { stageOf } from './stage.ts';

const today = plainDate('2026-03-02');
const day = { sentOn: today, servedOn: today };
const hash = (text: string) => `hash of ${text.length}`;

function withContent(content: DraftContent) {
  return facts({ working: { content, versions: firstVersions() } });
}

test('serving a draft fixes its words and opens fifteen days that begin with the day of service', () => {
  const result = serveDraft(facts(), day, hash, today);
  expect(result).toMatchObject({
    ok: true,
    value: { number: 1, servedOn: '2026-03-02', lastDayForViews: '2026-03-16', content: aDraft() },
  });
});

test('a draft served on 12 May 2025 is with the family until 26 May 2025', () => {
  expect(lastDayForViews(plainDate('2025-05-12'))).toBe('2025-05-26');
});

test('the family never has fewer than fifteen days, counting the first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), (days) => {
      const on = addDays(plainDate('2019-01-01'), days);
      expect(lastDayForViews(on)).toBe(addDays(on, 14));
    }),
  );
});

test('a draft with any need that no provision meets cannot be served, whatever else it has', () => {
  const area = anArea(1, 'F');
  const gap = { ...area, needs: [...area.needs, aNeed(9, { text: 'Cannot yet read his own name' })] };
  const draft = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': gap } });
  expect(serveDraft(withContent(draft), day, hash, today)).toMatchObject({
    ok: false,
    field: 'cognition and learning',
    message: 'Enter the provision for this need, or link one that is there: Cannot yet read his own name',
    cite: { provision: 'SEND Regulations 2014, reg. 12(1)(b) and (f) to (h)' },
  });
});

test('a draft that names a setting cannot be served, even read back from outside the types', () => {
  const smuggled: DraftContent = JSON.parse(JSON.stringify({ ...aDraft(), sectionI: AT_FERNTON }));
  expect(serveDraft(withContent(smuggled), day, hash, today)).toMatchObject({
    ok: false,
    field: 'sectionI',
    cite: { provision: 'Children and Families Act 2014, s. 38(5)' },
  });
});

test.each([
  ['no need at all', { areas: emptyAreas() }, 'areas'],
  ['a history of 501 words', { a1: 'word '.repeat(501) }, 'A1'],
  [
    'no name',
    { personalDetails: { ...aDraft().personalDetails, forename: '', surname: ' ' } },
    'personal details',
  ],
  ['advice had but not appended', { advice: aDraft().advice.map((a) => ({ ...a, appended: false })) }, 'K'],
])('a draft with %s cannot be served', (_, changes, field) => {
  const result = serveDraft(withContent(aDraft(changes)), day, hash, today);
  expect(result).toMatchObject({ ok: false, field });
});

test('a history of 500 words can be served', () => {
  expect(serveDraft(withContent(aDraft({ a1: 'word '.repeat(500) })), day, hash, today).ok).toBe(true);
});

test('a draft cannot be sent tomorrow, or served before it is sent; the post may bring it later', () => {
  const tomorrow = addDays(today, 1);
  expect(serveDraft(facts(), { sentOn: tomorrow, servedOn: tomorrow }, hash, today)).toMatchObject({
    field: 'sentOn',
  });
  expect(serveDraft(facts(), { sentOn: today, servedOn: addDays(today, -1) }, hash, today)).toMatchObject({
    field: 'servedOn',
  });
  expect(serveDraft(facts(), { sentOn: today, servedOn: addDays(today, 2) }, hash, today).ok).toBe(true);
});

test('a new draft is numbered on, and begins the family’s part again', () => {
  const first = served('2026-03-02', { finishedOn: plainDate('2026-03-05') });
  const begun = beginNewDraft(first, plainDate('2026-03-06'));
  if (!begun.ok) throw new Error(begun.message);
  expect(stageOf(begun.value)).toBe('redrafting');
  const second = serveDraft(
    begun.value,
    { sentOn: plainDate('2026-03-10'), servedOn: plainDate('2026-03-10') },
    hash,
    plainDate('2026-03-10'),
  );
  if (!second.ok) throw new Error(second.message);
  expect(second.value.number).toBe(2);
  expect(stageOf(afterServing(begun.value, second.value))).toBe('views awaited');
});

test('a new draft cannot be begun before one is served', () => {
  expect(beginNewDraft(facts(), today)).toMatchObject({ ok: false, field: 'draft' });
});

test('no need is served without provision, over any mix of rows', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }), (met) => {
      const needs = met.map((_, i) => aNeed(i + 1));
      const {
        provisions: [provision],
        outcomes,
      } = anArea(500, 'F');
      if (provision === undefined) throw new Error('the example area has provision');
      const needIds = met.flatMap((yes, i) => (yes ? [anId(i + 1)] : []));
      const area = {
        strengths: '',
        needs,
        provisions: needIds.length > 0 ? [{ ...provision, needIds }] : [],
        outcomes: outcomes.map((one) => ({ ...one, provisionIds: [] })),
      };
      const draft = aDraft({ areas: { ...emptyAreas(), 'sensory and/or physical': area } });
      expect(serveDraft(withContent(draft), day, hash, today).ok).toBe(met.every(Boolean));
    }),
  );
});

test('by first-class post a draft is served on the second working day after posting', () => {
  const friday = plainDate('2026-04-17');
  expect(servedWhenSent(friday, 'electronically')).toBe(friday);
  expect(servedWhenSent(friday, 'by post')).toBe('2026-04-21');
  expect(servedWhenSent(plainDate('2026-05-01'), 'by post')).toBe('2026-05-06');
});
