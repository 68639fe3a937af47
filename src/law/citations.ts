import type { Citation } from './rule.ts';

const LEGISLATION = 'https://www.legislation.gov.uk';
type Sure = Pick<Citation, 'confidence' | 'note'>;

/** The Special Educational Needs and Disability Regulations 2014. */
export function regs(regulation: number, text: string, sure: Partial<Sure> = {}): Citation {
  return si(`uksi/2014/1530/regulation/${regulation}`, `SEND Regulations 2014, ${text}`, sure);
}

/** The tribunal's own procedure rules. */
export function fttRules(text: string, sure: Partial<Sure> = {}): Citation {
  return si('uksi/2008/2699', `First-tier Tribunal (HESC) Procedure Rules 2008, ${text}`, sure);
}

/** The statutory guidance: to be followed unless there is good reason not to. */
export function code(text: string): Citation {
  const url = 'https://www.gov.uk/government/publications/send-code-of-practice-0-to-25';
  return { provision: `SEND ${text}`, url, confidence: 'high' };
}

/** Any other Act or instrument, by its path on legislation.gov.uk. */
export function si(path: string, provision: string, sure: Partial<Sure> = {}): Citation {
  return { provision, url: `${LEGISLATION}/${path}`, confidence: 'high', ...sure };
}
