import { code } from '../../../../law/index.ts';
import { asksFor } from '../parts/rule.ts';

export const saysHowLong = asksFor({
  id: 'provision-says-how-long',
  part: 'durationEachTime',
  severity: 'warning',
  name: 'Provision says how long each time',
  why: 'It does not say how long each time',
  suggestion: 'Give the minutes or hours each time',
  cite: code('Code of Practice, 9.69'),
});
