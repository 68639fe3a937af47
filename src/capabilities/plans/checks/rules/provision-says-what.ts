import { code } from '../../../../law/index.ts';
import { asksFor } from '../parts/rule.ts';

export const saysWhat = asksFor({
  id: 'provision-says-what',
  part: 'what',
  severity: 'warning',
  name: 'Provision says what will be done',
  why: 'Nobody could tell from these words whether it had been done',
  suggestion: 'Name the activity, programme, equipment or task',
  cite: code('Code of Practice, 9.69'),
});
