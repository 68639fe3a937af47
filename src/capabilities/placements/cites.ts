import type { Citation } from '../../law/index.ts';

/* The provisions the capability rests on, as its pages show them, each with how sure we are of our reading. */

const PART_3 = 'https://www.legislation.gov.uk/ukpga/2014/6/section/';

export const CITES = {
  secure: { provision: 'Children and Families Act 2014, s. 42', url: `${PART_3}42`, confidence: 'high' },
  admit: { provision: 'Children and Families Act 2014, s. 43', url: `${PART_3}43`, confidence: 'high' },
  otherwise: { provision: 'Children and Families Act 2014, s. 61', url: `${PART_3}61`, confidence: 'high' },
  residential: {
    provision: 'Children Act 1989, ss. 85 and 86',
    url: 'https://www.legislation.gov.uk/ukpga/1989/41/section/85',
    confidence: 'medium',
    note: 'We are less sure of how this is counted for a child who lives where they learn.',
  },
} as const satisfies Record<string, Citation>;
