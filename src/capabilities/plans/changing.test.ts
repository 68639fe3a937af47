import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { changeSection, needsReason } from './changing.ts';
import { AT_FERNTON, aDraft, anId, aRepresentation, facts, REGISTER, served } from './examples.ts';
import type { PlanFacts } from './facts.ts';
import { finalise } from './finalising.ts';
import { NO_ANSWERS } from './naming/decision.ts';
import type { SectionEdit } from './sections.ts';

const edit: SectionEdit = { section: 'A1', value: 'Asha lives with her aunt.' };
const comment = { kind: 'comment', representationId: anId(1) } as const;
const own = { kind: 'our own change' } as const;

/** A draft with the family, and what they said of it, answered. */
function answered(outcome: 'accepted' | 'partly accepted' | 'declined'): PlanFacts {
  const day = plainDate('2026-03-04');
  const answer = { outcome, reasons: 'Because', answeredOn: day, answeredBy: 'Lee Invented' };
  return served('2026-03-02', { representations: [aRepresentation(1, { answer })] });
}

test('before a draft is served anything may change, and nothing is asked', () => {
  expect(needsReason(facts())).toBe(false);
  expect(changeSection(facts(), edit, 1, null)).toMatchObject({
    ok: true,
    value: {
      answers: [],
      beginsNewDraft: false,
      working: { content: { a1: edit.value }, versions: { A1: 2 } },
    },
  });
});

test('while the family has a draft a change must say why', () => {
  expect(changeSection(served(), edit, 1, null)).toMatchObject({
    ok: false,
    field: 'because',
    cite: { provision: 'SEND Code of Practice, 9.125 (and 9.77)' },
  });
});

test('saving the same words again is no change, and asks nothing', () => {
  const same: SectionEdit = { section: 'A1', value: aDraft().a1 };
  expect(changeSection(served(), same, 1, null)).toMatchObject({
    ok: true,
    value: { beginsNewDraft: false },
  });
});

test.each(['accepted', 'partly accepted'] as const)(
  'a change for a comment that was %s carries it to the final plan',
  (outcome) => {
    const before = answered(outcome);
    const changed = changeSection(before, edit, 1, comment);
    if (!changed.ok) throw new Error(changed.message);
    expect(changed.value.answers).toEqual([{ at: 'A1', representationIds: [anId(1)] }]);
    const today = plainDate('2026-03-17');
    const act = {
      issuedOn: today,
      officer: 'Lee',
      placement: AT_FERNTON,
      naming: NO_ANSWERS,
      register: REGISTER,
    };
    const after = { ...before, working: changed.value.working };
    expect(finalise(after, { ...act, changes: changed.value.answers }, String, today).ok).toBe(true);
    expect(finalise(after, { ...act, changes: [] }, String, today)).toMatchObject({ ok: false, field: 'A1' });
  },
);

test('a comment that was declined, or is of another draft, excuses no change', () => {
  expect(changeSection(answered('declined'), edit, 1, comment)).toMatchObject({
    ok: false,
    field: 'because',
  });
  const earlier = served('2026-03-02', { representations: [aRepresentation(1, { draftNumber: 0 })] });
  expect(changeSection(earlier, edit, 1, comment)).toMatchObject({ ok: false, field: 'because' });
});

test('the authority’s own change begins a new draft', () => {
  expect(changeSection(served(), edit, 1, own)).toMatchObject({
    ok: true,
    value: { beginsNewDraft: true, answers: [] },
  });
});

test('putting the words back takes the mark away', () => {
  const changed = changeSection(answered('accepted'), edit, 1, comment);
  if (!changed.ok) throw new Error(changed.message);
  const { working, answers } = changed.value;
  const back = changeSection(
    { ...answered('accepted'), working, answers },
    { section: 'A1', value: aDraft().a1 },
    2,
    comment,
  );
  expect(back).toMatchObject({ ok: true, value: { answers: [] } });
});

test('a section that has moved on is refused, and so is a plan that is final', () => {
  expect(changeSection(facts(), edit, 7, null)).toMatchObject({ ok: false, field: 'version' });
  const today = plainDate('2026-03-17');
  const act = {
    issuedOn: today,
    officer: 'Lee',
    placement: AT_FERNTON,
    changes: [],
    naming: NO_ANSWERS,
    register: REGISTER,
  };
  const issued = finalise(served(), act, String, today);
  if (!issued.ok) throw new Error(issued.message);
  expect(changeSection({ ...served(), issued: issued.value }, edit, 1, own)).toMatchObject({
    ok: false,
    field: 'plan',
  });
});
