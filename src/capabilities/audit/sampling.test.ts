import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Candidate, draw, drawTwice, eligibleOf } from './sampling.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const id = (number: number): Uuid => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const MANY = Array.from({ length: 60 }, (_, at) => id(at));

test('the same seed draws the same plans, in whatever order they come; another seed draws others', () => {
  const first = draw(hash, 'seed one', MANY, 10).drawn;
  expect(draw(hash, 'seed one', [...MANY].reverse(), 10).drawn).toEqual(first);
  expect(draw(hash, 'seed two', MANY, 10).drawn).not.toEqual(first);
  expect(new Set(first).size).toBe(10);
});

test('asking for more draws the same and then others, so that nobody draws again for one they would rather have', () => {
  const ten = draw(hash, 'seed one', MANY, 10).drawn;
  expect(draw(hash, 'seed one', MANY, 20).drawn.slice(0, 10)).toEqual(ten);
  expect(draw(hash, 'seed one', MANY, 500).drawn).toHaveLength(60);
});

test('over many seeds each plan is drawn about as often as another', () => {
  const times = new Map<Uuid, number>();
  for (let seed = 0; seed < 1200; seed += 1)
    for (const one of draw(hash, `seed ${seed}`, MANY, 10).drawn) times.set(one, (times.get(one) ?? 0) + 1);
  // 200 expected, standard deviation about 13: the seeds are fixed, so this is the same at each run.
  for (const one of MANY) expect(Math.abs((times.get(one) ?? 0) - 200)).toBeLessThan(60);
});

test('the plans graded twice are a share of those drawn, rounded up, and none where none is asked for', () => {
  const { drawn } = draw(hash, 'seed one', MANY, 10);
  expect(drawTwice(hash, 'seed one', drawn, 0).size).toBe(0);
  expect(drawTwice(hash, 'seed one', drawn, 25).size).toBe(3);
  expect(drawn).toEqual(expect.arrayContaining([...drawTwice(hash, 'seed one', drawn, 25)]));
});

test('a round draws only from the team, need and setting it names', () => {
  const one = (at: number, changes: Partial<Candidate>): Candidate => ({
    planId: id(at),
    versionId: id(at),
    reference: 'R',
    issuedOn: plainDate('2026-03-02'),
    needs: ['health'],
    settingType: 'Academy',
    author: null,
    teams: ['North'],
    ...changes,
  });
  const candidates = [
    one(1, {}),
    one(2, { teams: ['South'] }),
    one(3, { needs: [] }),
    one(4, { settingType: 'other' }),
  ];
  const ids = (narrowing: Partial<Parameters<typeof eligibleOf>[1]>) =>
    eligibleOf(candidates, { team: null, need: null, settingType: null, ...narrowing }).map(
      ({ versionId }) => versionId,
    );
  expect(ids({})).toHaveLength(4);
  expect(ids({ team: 'North' })).toEqual([id(1), id(3), id(4)]);
  expect(ids({ need: 'health', settingType: 'Academy' })).toEqual([id(1), id(2)]);
});
