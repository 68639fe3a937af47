import { code } from '../../../../law/index.ts';
import { asksFor } from '../parts/rule.ts';

export const saysWho = asksFor({
  id: 'provision-says-who',
  part: 'who',
  severity: 'warning',
  name: 'Provision says who gives it',
  why: 'It does not say who gives this, or with what expertise',
  suggestion: 'Name the role, and the qualification or training it needs',
  cite: code('Code of Practice, 9.69'),
});
