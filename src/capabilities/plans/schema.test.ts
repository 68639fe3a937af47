import { expect, test } from 'vitest';
import { canonicalJson } from './changes.ts';
import { AT_FERNTON, aDraft } from './examples.ts';
import { draftContentSchema, finalContentSchema } from './schema.ts';

test('a plan comes back from JSON as it went in', () => {
  const draft = aDraft();
  expect(draftContentSchema.parse(JSON.parse(canonicalJson(draft)))).toEqual(draft);
  const final = { ...draft, sectionI: AT_FERNTON };
  expect(finalContentSchema.parse(JSON.parse(canonicalJson(final)))).toEqual(final);
});

test('a draft with anything in Section I is not a draft, and a final with nothing there is not a final', () => {
  expect(draftContentSchema.safeParse({ ...aDraft(), sectionI: AT_FERNTON }).success).toBe(false);
  expect(finalContentSchema.safeParse(aDraft()).success).toBe(false);
});

test('a day that is not real is named, with what to do', () => {
  const { personalDetails } = aDraft();
  const wrong = { ...aDraft(), personalDetails: { ...personalDetails, dateOfBirth: '2017-02-30' } };
  const issues = draftContentSchema.safeParse(wrong).error?.issues;
  expect(issues).toMatchObject([
    { path: ['personalDetails', 'dateOfBirth'], message: 'Enter a real date written YYYY-MM-DD' },
  ]);
});

test('health provision cannot be filed as special educational provision', () => {
  const { areas } = aDraft();
  const wrong = { ...aDraft(), areas: { ...areas, health: areas['communication and interaction'] } };
  expect(draftContentSchema.safeParse(wrong).success).toBe(false);
});
