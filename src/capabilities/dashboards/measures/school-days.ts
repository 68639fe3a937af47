import { fromLait } from './from.ts';
import type { Measure } from './measure.ts';

const ABSENCE_ANEW = { from: 2022, why: 'Absence of 2019/20 and 2020/21 was not counted as in other years.' };

/** Days missed at special schools, and pupils sent away from them. */
export const SCHOOL_DAYS: readonly Measure[] = [
  fromLait('total_absence_special', {
    id: 'absence-special-schools',
    name: 'Absence from special schools',
    question: 'How much school is missed at special schools?',
    sentence: '{} of half days at special schools were missed in {when}.',
    ...{ theme: 'experiences', unit: 'percent', polarity: 'lower', breaks: [ABSENCE_ANEW] },
    numerator: 'Half days missed at special schools',
    denominator: 'half days that could have been attended',
  }),
  fromLait('SpecPerAbNew', {
    id: 'persistent-absence-special-schools',
    name: 'Persistent absence from special schools',
    question: 'How many pupils of special schools miss a tenth of the year or more?',
    sentence: '{} of pupils at special schools missed a tenth of the year or more in {when}.',
    ...{ theme: 'experiences', unit: 'percent', polarity: 'lower', breaks: [ABSENCE_ANEW] },
    numerator: 'Pupils of special schools who missed a tenth or more of their half days',
    denominator: 'pupils of special schools',
  }),
  fromLait('SpecPermEx', {
    id: 'exclusions-special-schools',
    name: 'Permanent exclusions from special schools',
    question: 'How often is a pupil of a special school excluded for good?',
    sentence: '{} of pupils at special schools were excluded for good in {when}.',
    ...{ theme: 'experiences', unit: 'percent', polarity: 'lower' },
    numerator: 'Permanent exclusions from special schools',
    denominator: 'pupils of special schools',
  }),
  fromLait('Spec_ Pup_FixedEx', {
    id: 'suspensions-special-schools',
    name: 'Suspensions from special schools',
    question: 'How many pupils of special schools are suspended?',
    sentence: '{} of pupils at special schools were suspended at least once in {when}.',
    ...{ theme: 'experiences', unit: 'percent', polarity: 'lower' },
    numerator: 'Pupils of special schools suspended at least once',
    denominator: 'pupils of special schools',
  }),
];
