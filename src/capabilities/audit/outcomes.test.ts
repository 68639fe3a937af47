import { expect, test } from 'vitest';
import type { Answer, Grade } from './grades.ts';
import { agree, pairsIn, standingOf } from './outcomes.ts';

const said = (question: string, grade: Grade, reason = ''): Answer => ({ question, grade, reason });
const auditor = '00000000-0000-4000-8000-000000000001' as const;
const grading = (turn: 1 | 2, answers: readonly Answer[], given = true) => ({
  ...{ turn, answers, auditorId: auditor, auditorName: 'Priya Raman' },
  givenAt: given ? new Date(0) : null,
});
const FIRST = grading(1, [said('clear', 'partly met'), said('linked', 'fully met')]);
const SECOND = grading(2, [said('clear', 'not met', 'Run together'), said('linked', 'fully met')]);

test('the first grading stands, but for what was agreed where two differed', () => {
  expect(standingOf({ twice: false }, [FIRST], [])).toEqual(FIRST.answers);
  const agreed = [{ question: 'clear', grade: 'not met', reason: 'Agreed' } as const];
  expect(standingOf({ twice: true }, [FIRST, SECOND], agreed)).toEqual([agreed[0], FIRST.answers[1]]);
});

test('nothing stands, and nothing is compared, until every grading is given', () => {
  expect(standingOf({ twice: true }, [FIRST], [])).toBeNull();
  const late = grading(2, SECOND.answers, false);
  expect(standingOf({ twice: true }, [FIRST, late], [])).toBeNull();
  expect(pairsIn({ twice: true }, [FIRST, late])).toEqual([]);
  expect(pairsIn({ twice: true }, [FIRST, SECOND])).toHaveLength(2);
});

test('a grade is agreed on each question that differs, the lowest with a reason, and on no other', () => {
  const pairs = pairsIn({ twice: true }, [FIRST, SECOND]);
  expect(agree(pairs, [])).toMatchObject({ field: 'grade-clear' });
  expect(agree(pairs, [said('clear', 'not met')])).toMatchObject({ field: 'reason-clear' });
  expect(agree(pairs, [said('clear', 'mostly met'), said('linked', 'not met', 'No')])).toEqual({
    ok: true,
    value: [said('clear', 'mostly met')],
  });
  expect(agree([], [])).toMatchObject({ ok: false });
});
