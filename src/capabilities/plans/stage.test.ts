import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { AT_FERNTON, facts, REGISTER, served } from './examples.ts';
import { finalise } from './finalising.ts';
import { NO_ANSWERS } from './naming/decision.ts';
import { STAGE_WORDS, STAGES, stageOf } from './stage.ts';

const day = plainDate('2026-03-17');
const act = {
  issuedOn: day,
  officer: 'Lee',
  placement: AT_FERNTON,
  changes: [],
  naming: NO_ANSWERS,
  register: REGISTER,
};

test('a plan is drafted, is with the family, has their views, and is final', () => {
  const issued = finalise(served(), act, String, day);
  if (!issued.ok) throw new Error(issued.message);
  expect([
    stageOf(facts()),
    stageOf(served()),
    stageOf(served('2026-03-02', { finishedOn: day })),
    stageOf({ ...served(), redraftingSince: day }),
    stageOf({ ...served(), issued: issued.value }),
  ]).toEqual(['drafting', 'views awaited', 'views in', 'redrafting', 'final']);
});

test('every set of facts has a stage, and every stage has words for each audience', () => {
  const maybe = fc.constantFrom(null, day);
  fc.assert(
    fc.property(maybe, maybe, fc.boolean(), (finishedOn, redraftingSince, isServed) => {
      const stage = stageOf({ ...(isServed ? served() : facts()), finishedOn, redraftingSince });
      expect(STAGES).toContain(stage);
    }),
  );
  for (const stage of STAGES) {
    for (const words of Object.values(STAGE_WORDS[stage])) expect(words).not.toBe('');
  }
});
