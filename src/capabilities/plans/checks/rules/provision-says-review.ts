import { si } from '../../../../law/index.ts';
import { asksFor } from '../parts/rule.ts';

export const saysReview = asksFor({
  id: 'provision-says-review',
  part: 'review',
  severity: 'advice',
  name: 'Provision says for how long, or when it is reviewed',
  why: 'It does not say for how long in all, or when it is reviewed',
  suggestion: 'Say when it ends, or when somebody looks at whether it works',
  cite: si('ukpga/2014/6/section/44', 'Children and Families Act 2014, s. 44(1)', {
    confidence: 'medium',
    note: 'The Act has the whole plan reviewed within 12 months. Saying it of each provision is good practice',
  }),
});
