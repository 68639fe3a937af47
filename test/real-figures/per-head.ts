/* Out of how many children aged 0 to 17 live there: worked out by hand from the release of 2025 (the ages from under 3 to 17 added up) and the
   mid-year population of 2024. Of each measure and area the plans or requests counted, the children, and how many of every 1,000. */

export const PER_HEAD: readonly (readonly [
  measure: string,
  of: readonly (readonly [area: string, counted: number, children: number, perThousand: string])[],
])[] = [
  [
    'plans-per-thousand',
    [
      ['England', 552_152, 12_183_016, '45.3'],
      ['878', 8651, 148_164, '58.4'],
      ['209', 3131, 62_052, '50.5'],
      ['330', 10_076, 292_859, '34.4'],
      ['838', 3849, 67_149, '57.3'],
      ['857', 330, 8012, '41.2'],
    ],
  ],
  [
    'new-plans-per-thousand',
    [
      ['England', 96_516, 12_183_016, '7.9'],
      ['878', 1464, 148_164, '9.9'],
      ['209', 343, 62_052, '5.5'],
      ['330', 1467, 292_859, '5.0'],
      ['838', 606, 67_149, '9.0'],
      ['857', 73, 8012, '9.1'],
    ],
  ],
  [
    'requests-per-thousand',
    [
      ['England', 153_148, 12_183_016, '12.6'],
      ['878', 2245, 148_164, '15.2'],
      ['209', 636, 62_052, '10.2'],
      ['330', 2464, 292_859, '8.4'],
      ['838', 870, 67_149, '13.0'],
      ['857', 74, 8012, '9.2'],
    ],
  ],
];
