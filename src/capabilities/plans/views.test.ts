import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { anId, aRepresentation, facts, served } from './examples.ts';
import type { PreferredSetting } from './facts.ts';
import { SETTING_TYPES } from './plan.ts';
import {
  answerRepresentation,
  expressPreference,
  makeRepresentation,
  noPreference,
  preferenceCite,
  sayFinished,
  standingPreferences,
} from './views.ts';

const today = plainDate('2026-03-05');
const { draftNumber: _, answer: __, ...said } = aRepresentation(1);

test('a comment is recorded against the draft that is with the family', () => {
  expect(makeRepresentation(served(), said, today)).toEqual({
    ok: true,
    value: { ...said, draftNumber: 1, answer: null },
  });
});

test('a comment that comes after the fifteen days is recorded all the same', () => {
  const late = plainDate('2026-04-20');
  expect(makeRepresentation(served(), { ...said, receivedOn: late }, late).ok).toBe(true);
});

test('an empty comment, one from tomorrow, and one from before the draft was sent are refused', () => {
  expect(makeRepresentation(served(), { ...said, words: ' ' }, today)).toMatchObject({ field: 'words' });
  const tomorrow = { ...said, receivedOn: plainDate('2026-03-06') };
  expect(makeRepresentation(served(), tomorrow, today)).toMatchObject({ field: 'receivedOn' });
  const before = { ...said, receivedOn: plainDate('2026-03-01') };
  expect(makeRepresentation(served(), before, today)).toMatchObject({ field: 'receivedOn' });
});

test('there is nothing to comment on before a draft is served', () => {
  expect(makeRepresentation(facts(), said, today)).toMatchObject({ field: 'draft' });
});

const answer = {
  outcome: 'declined',
  reasons: 'Said already in B1',
  answeredOn: today,
  answeredBy: 'Lee Invented',
} as const;

test.each(['accepted', 'partly accepted', 'declined'] as const)(
  'a comment cannot be %s without reasons',
  (outcome) => {
    const result = answerRepresentation(aRepresentation(1, { answer: null }), {
      ...answer,
      outcome,
      reasons: '',
    });
    expect(result).toMatchObject({ ok: false, field: 'reasons' });
  },
);

test('a comment is answered once', () => {
  const first = answerRepresentation(aRepresentation(1, { answer: null }), answer);
  expect(first).toMatchObject({ ok: true, value: { answer } });
  expect(first.ok && answerRepresentation(first.value, answer)).toMatchObject({ field: 'outcome' });
});

const settings: fc.Arbitrary<PreferredSetting> = fc.record({
  settingId: fc.option(fc.uuid()),
  name: fc.string({ unit: 'grapheme' }),
  type: fc.constantFrom(...SETTING_TYPES),
  reasons: fc.string(),
});

const by = (from: string, contactId: string | null = null) => ({ from, receivedOn: today, contactId });

test('what one parent wants undoes what they said before, and nothing that the other said', () => {
  const to = (name: string, of: ReturnType<typeof by>) =>
    expressPreference({ settingId: null, name, type: 'Academy', reasons: '' }, of);
  const [ann, ben] = [by('Ann', anId(1)), by('Ben', anId(2))];
  const standing = (...all: Parameters<typeof standingPreferences>[0]) =>
    standingPreferences(all).map((one) =>
      one.kind === 'none' ? `${one.from}: none` : `${one.from}: ${one.setting.name}`,
    );
  expect(standing(to('A', ann), noPreference(ben))).toEqual(['Ann: A', 'Ben: none']);
  expect(standing(to('A', ann), to('B', ben), to('C', ann))).toEqual(['Ben: B', 'Ann: C']);
  // By telephone it is known by name alone; of one name and two people, who each said it here, both stand.
  expect(standing(to('A', ann), to('B', by('ann ')))).toEqual(['ann : B']);
  expect(standing(to('A', by('Sam', anId(1))), to('B', by('Sam', anId(2))))).toEqual(['Sam: A', 'Sam: B']);
});

test('no preference is ever refused: each is recorded, as a request or as a representation', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const preference = expressPreference(setting, by('Robin Example'));
      expect(preference).toMatchObject({ setting, from: 'Robin Example', receivedOn: today });
      expect(['request', 'representation']).toContain(preference.kind);
    }),
  );
});

test('the six types in section 38(3) are requests, each with its paragraph', () => {
  const paragraphs = SETTING_TYPES.slice(0, 6).map((type) => {
    const preference = expressPreference({ settingId: null, name: 'A', type, reasons: '' }, by('R'));
    return preference.kind === 'request' ? preference.paragraph : null;
  });
  expect(paragraphs).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `s. 38(3)(${letter})`));
});

test.each([
  'independent school not approved under section 41',
  'pupil referral unit',
  'hospital special school',
] as const)('a %s is outside section 38(3): recorded as a representation that says so', (type) => {
  const preference = expressPreference({ settingId: null, name: 'A', type, reasons: '' }, by('R'));
  expect(preference).toMatchObject({ kind: 'representation', why: expect.stringContaining('Section 38(3)') });
  expect(preferenceCite(preference).provision).toBe('Education Act 1996, s. 9');
});

test('a family can finish early only once its preference, or that it has none, is on record', () => {
  expect(sayFinished(served(), today)).toMatchObject({ ok: false, field: 'preference' });
  const told = served('2026-03-02', { preference: noPreference(by('Robin Example')) });
  expect(sayFinished(told, today)).toMatchObject({ ok: true, value: { finishedOn: today } });
});
