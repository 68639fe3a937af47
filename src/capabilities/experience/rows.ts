import { TOPIC_NAMES } from './counts.ts';
import type { Performance } from './performance-sending.ts';
import { KIND_NAMES, STAGE_NAMES } from './survey.ts';

export const HEAD = ['what', 'who', 'of', 'quarter begins', 'asked', 'share'] as const;
export const TOO_FEW = 'too few';

/** Everything the managers' page shows of counts as rows of a file: what is of too few says so. */
export function performanceRows({ quarters, responses, agreements, groups }: Performance) {
  return [
    ...responses.map(({ kind, stage, asked, share }) => [
      ...['answered, by stage', KIND_NAMES[kind], STAGE_NAMES[stage], null, asked, share ?? TOO_FEW],
    ]),
    ...agreements.flatMap(({ kind, answered, rows }) =>
      quarters.flatMap((quarter, at) => [
        ['answered, by quarter', KIND_NAMES[kind], null, quarter, null, answered[at] ?? TOO_FEW],
        ...rows.map(({ words, shares }) => [
          ...['agreed, by quarter', KIND_NAMES[kind], words, quarter, null, shares[at] ?? TOO_FEW],
        ]),
      ]),
    ),
    ...groups.flatMap(({ topic, groups: of }) =>
      of.map(({ name, ended, share }) => [
        ...[`answered, by ${TOPIC_NAMES[topic].toLowerCase()}`, 'Families and young people', name, null],
        ...[share === null ? null : ended, share ?? TOO_FEW],
      ]),
    ),
  ];
}
