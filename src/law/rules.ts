import type { Rule } from './rule.ts';
import { ASSESSMENT } from './rules/assessment.ts';
import { APPEALS, MEDIATION } from './rules/disagreement.ts';
import { MOVES } from './rules/moves.ts';
import { CONCESSIONS, ORDERS } from './rules/orders.ts';
import { OTHERS } from './rules/others.ts';
import { REASSESSMENT, REVIEWS } from './rules/reviews.ts';

/** Every timer, as data; one id may stand more than once, each with its own dates in force. */
export const RULES: readonly Rule[] = [
  ...ASSESSMENT,
  ...REVIEWS,
  ...REASSESSMENT,
  ...MOVES,
  ...MEDIATION,
  ...APPEALS,
  ...ORDERS,
  ...CONCESSIONS,
  ...OTHERS,
];
