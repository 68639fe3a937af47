import { CITES, type Cite } from '../citations.ts';

/** A step of the decision on Section I: what is decided there, under which provision, and how sure we are of it. */
export type NamingStep = {
  key: 'asked' | 'consulted' | 'answered' | 'section' | 'agreed' | 'otherwise' | 'mainstream';
  title: string;
  says: string;
  cite: Cite;
  confidence: 'high' | 'medium';
  /** What makes us less sure. */
  unsure?: string;
};

/** The steps in the law's order. None is decided before the one above it. */
export const NAMING_STEPS = [
  {
    key: 'asked',
    title: 'What the family asked for',
    says: 'Each parent, or the young person, may ask for any setting that section 38(3) lists. Each request has its own answer.',
    cite: CITES.requestMade,
    confidence: 'high',
  },
  {
    key: 'consulted',
    title: 'Who was consulted',
    says: 'A setting is consulted before it is named, and before a request for it is refused; so is the authority that maintains it.',
    cite: CITES.consultBeforeNaming,
    confidence: 'high',
  },
  {
    key: 'answered',
    title: 'Each request',
    says: 'The setting asked for must be named, unless a ground in section 39(4) applies. A setting outside section 38(3) is asked for as a representation: having regard to the parents’ wishes, so far as that avoids unreasonable public expenditure.',
    cite: CITES.eachRequest,
    confidence: 'high',
  },
  {
    key: 'section',
    title: 'What Section I says',
    says: 'Where no request is followed, another setting or a type of setting that the authority thinks appropriate.',
    cite: CITES.otherOrNone,
    confidence: 'high',
  },
  {
    key: 'agreed',
    title: 'A wholly independent setting',
    says: 'No one has a duty to admit to it, so it is named only if it agrees to admit.',
    cite: CITES.wishes,
    confidence: 'high',
  },
  {
    key: 'otherwise',
    title: 'Education otherwise than in a school or college',
    says: 'Only where it would be inappropriate for the provision to be made in a school or college.',
    cite: CITES.otherwise,
    confidence: 'medium',
    unsure: 'We are fairly sure of this: the wording of section 61 was not read when it was written.',
  },
  {
    key: 'mainstream',
    title: 'Mainstream',
    says: 'Where no request is followed or none was made, the plan must provide for mainstream, unless that is incompatible with what the parent or young person wants, or with the efficient education of others and no reasonable steps could prevent it. Whether mainstream would be suitable, and what it would cost, are not grounds here.',
    cite: CITES.mainstream,
    confidence: 'high',
  },
] as const satisfies readonly NamingStep[];

export function stepOf(key: NamingStep['key']): NamingStep {
  const step = NAMING_STEPS.find((one) => one.key === key);
  if (step === undefined) throw new Error(`no step ${key}`);
  return step;
}
