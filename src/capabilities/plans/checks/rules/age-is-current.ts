import { ageOn, code, yearGroup } from '../../../../law/index.ts';
import { type Check, writtenIn } from '../check.ts';

// In the present tense only: what somebody did in year 2, or at four, is their history.
const YEAR = /\b(?:is|currently|now)(?: (?:currently|now|a pupil|a student|a child))? in year (\d{1,2})\b/giu;
const AGE =
  /\b(?:is|currently|now)(?: (?:currently|now|aged|a))* (\d{1,2})[ -]years?[ -]old\b|\bis (?:now |currently )?aged (\d{1,2})\b/giu;

export const ageIsCurrent: Check = {
  id: 'age-is-current',
  name: 'An age or a year group is the one they have now',
  severity: 'warning',
  cite: { ...code('Code of Practice, 9.61'), confidence: 'medium' },
  suggestion: 'Put the age or year group of today, or the day it was so',
  find: (plan) => {
    const { dateOfBirth } = plan.content.personalDetails;
    const [age, year] = [ageOn(dateOfBirth, plan.today), yearGroup(dateOfBirth, plan.today)];
    const numbered = writtenIn(plan).filter(({ text }) => /\d/.test(text));
    return numbered.flatMap(({ section, row, text }) => [
      ...[...text.matchAll(YEAR)]
        // A year out of their own year group is common enough; two years are not.
        .filter(({ 1: said }) => Math.abs(Number(said) - year) > 1)
        .map(({ 0: words, index, 1: said }) => ({
          section,
          row,
          text,
          span: [index, index + words.length] as const,
          why: `By their date of birth they are in year ${year}, not year ${said}`,
        })),
      ...[...text.matchAll(AGE)]
        .map(({ 0: words, index, 1: old, 2: aged }) => ({ words, index, said: Number(old ?? aged) }))
        .filter(({ said }) => said !== age)
        .map(({ words, index, said }) => ({
          section,
          row,
          text,
          span: [index, index + words.length] as const,
          why: `They are ${age}, not ${said}`,
        })),
    ]);
  },
};
