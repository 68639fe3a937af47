import { expect, test } from 'vitest';
import { aDraft, anArea, anId, anOutcome, aProvision } from './examples.ts';
import { emptyAreas } from './plan.ts';
import { advisories } from './wording.ts';

test('provision that answers every prompt draws no remark', () => {
  expect(advisories(aDraft())).toEqual([]);
});

test('each prompt left blank is asked for', () => {
  const area = anArea(1, 'F');
  const bare = { who: '', ratio: '', frequency: '', durationEachTime: '', review: '' };
  const provisions = [aProvision(2, 'F', { ...bare, needIds: [anId(1)] })];
  const draft = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': { ...area, provisions } } });
  expect(advisories(draft).map(({ message }) => message)).toEqual([
    'Say who will provide it, and with what qualification or expertise',
    'Say the staff to student ratio',
    'Say how often',
    'Say how long each time',
    'Say when it starts and when it is reviewed',
  ]);
});

test('an outcome that nothing serves, and one with no date, are pointed out', () => {
  const area = { ...anArea(1, 'F' as const), outcomes: [anOutcome(3, { byWhen: '' })] };
  const draft = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': area } });
  expect(advisories(draft).map(({ message }) => message)).toEqual([
    'Say which outcome this is for',
    'Say which provision serves this outcome',
    'Say by when',
  ]);
});
