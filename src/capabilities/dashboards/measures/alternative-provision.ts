import { BY_SETTING, fromPrototype } from './from.ts';
import type { Measure } from './measure.ts';

const NOT_TO_BE_ADDED =
  'Counted in one week of January. The kinds are counted in different ways: never add them together.';

/** Pupils taught outside school. */
export const ALTERNATIVE_PROVISION: readonly Measure[] = [
  ...(
    [
      ['ap_counts', 'state-funded ap school', '', 'ap-state-schools', 'state alternative provision schools'],
      [
        'ap_counts',
        'school arranged ap',
        '',
        'ap-school-arranged',
        'alternative provision a school arranged',
      ],
      [
        'ap_counts',
        'la funded ap placements',
        '',
        'ap-authority-funded',
        'alternative provision the authority pays for',
      ],
      [
        'uap_counts',
        'school arranged unregistered ap pupils',
        '',
        'ap-unregistered-school-arranged',
        'places without registration that a school arranged',
      ],
      [
        'uap_counts',
        'la funded unregistered ap placements',
        '',
        'ap-unregistered-authority-funded',
        'places without registration that the authority pays for',
      ],
    ] as const
  ).map(([dataset, topic, breakdown, id, where]) =>
    fromPrototype(
      dataset,
      { topic, breakdown },
      { value: 'total', by: dataset === 'uap_counts' ? [BY_SETTING] : [] },
      {
        id,
        name: `Pupils in ${where}`,
        question: `How many pupils are in ${where}?`,
        sentence: `{} pupils were in ${where} in {when}.`,
        ...{ theme: 'alternative provision', unit: 'count', polarity: 'neither' },
        numerator: `Pupils, or placements, in ${where}`,
        denominator: null,
        caveat: NOT_TO_BE_ADDED,
      },
    ),
  ),
  ...(
    [
      ['overall absence %', 'ap-absence', 'Half days missed', 'missed'],
      ['authorised absence %', 'ap-absence-authorised', 'Half days missed with leave', 'missed with leave'],
      [
        'unauthorised absence %',
        'ap-absence-unauthorised',
        'Half days missed without leave',
        'missed without leave',
      ],
    ] as const
  ).map(([topic, id, numerator, what]) =>
    fromPrototype(
      'sf_ap_absence',
      { topic },
      { value: 'percentage' },
      {
        id,
        name: `${numerator} in state alternative provision`,
        question: `How much is ${what} in state alternative provision?`,
        sentence: `{} of half days in state alternative provision were ${what} in {when}.`,
        ...{ theme: 'alternative provision', unit: 'percent', polarity: 'lower' },
        numerator,
        denominator: 'half days that could have been attended',
        caveat: 'An area with one such school has the figure of that school.',
      },
    ),
  ),
];
