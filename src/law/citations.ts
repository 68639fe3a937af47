import type { Citation } from './rule.ts';

const LEGISLATION = 'https://www.legislation.gov.uk';

/** The Special Educational Needs and Disability Regulations 2014. */
export function regs(
  regulation: number,
  text: string,
  confidence: Citation['confidence'] = 'high',
): Citation {
  const provision = `SEND Regulations 2014, ${text}`;
  return { provision, url: `${LEGISLATION}/uksi/2014/1530/regulation/${regulation}`, confidence };
}

/** The tribunal's own procedure rules. */
export function fttRules(text: string): Citation {
  const provision = `First-tier Tribunal (HESC) Procedure Rules 2008, ${text}`;
  return { provision, url: `${LEGISLATION}/uksi/2008/2699`, confidence: 'high' };
}

/** The statutory guidance: to be followed unless there is good reason not to. */
export function code(text: string): Citation {
  return {
    provision: `SEND ${text}`,
    url: 'https://www.gov.uk/government/publications/send-code-of-practice-0-to-25',
    confidence: 'high',
  };
}

export function si(path: string, provision: string, confidence: Citation['confidence'] = 'high'): Citation {
  return { provision, url: `${LEGISLATION}/${path}`, confidence };
}
