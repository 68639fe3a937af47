import { code } from '../../../../law/index.ts';
import { asksFor } from '../parts/rule.ts';

export const saysHowOften = asksFor({
  id: 'provision-says-how-often',
  part: 'frequency',
  severity: 'warning',
  name: 'Provision says how often',
  why: 'It does not say how often, or what it says cannot be counted',
  suggestion: 'Say how many times, in what period',
  cite: code('Code of Practice, 9.69'),
});
