import type { Citation } from '../../law/index.ts';

/* The provisions the capability rests on, as its pages show them, each with how sure we are of our reading. */

const PART_3 = 'https://www.legislation.gov.uk/ukpga/2014/6/section/';

export const CITES = {
  holder: {
    provision: 'Children and Families Act 2014, s. 83(2); Education Act 1996, s. 8(3)',
    url: `${PART_3}83`,
    confidence: 'high',
  },
  presumed: {
    provision: 'Mental Capacity Act 2005, s. 1(2)',
    url: 'https://www.legislation.gov.uk/ukpga/2005/9/section/1',
    confidence: 'medium',
  },
  acts: {
    provision: 'Children and Families Act 2014, s. 80; SEND Regulations 2014, regs 63 and 64',
    url: `${PART_3}80`,
    confidence: 'medium',
    note: 'We are sure of the rule, and less sure of the numbers of the regulations.',
  },
} as const satisfies Record<string, Citation>;
