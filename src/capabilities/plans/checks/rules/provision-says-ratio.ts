import { code } from '../../../../law/index.ts';
import { asksFor } from '../parts/rule.ts';

export const saysRatio = asksFor({
  id: 'provision-says-ratio',
  part: 'ratio',
  severity: 'warning',
  name: 'Provision says one to one or the size of group',
  why: 'It does not say whether this is one to one, or in a group of what size',
  suggestion: 'Say one to one, or the number of adults and of children',
  cite: code('Code of Practice, 9.69'),
});
