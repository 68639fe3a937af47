import { plainDate } from '../../shared/plain-date.ts';
import { type AdviceContent, EMPTY } from './advice.ts';
import type { AskedAdvice, AssessmentFacts } from './assessment.ts';
import type { Paragraph } from './paragraphs.ts';

/** Advice asked for and not yet in. */
export function asked(paragraph: Paragraph, changes: Partial<AskedAdvice> = {}): AskedAdvice {
  return {
    id: `asked-${paragraph}`,
    paragraph,
    adviser: 'David Lindqvist',
    organisation: 'Northmoor Educational Psychology Service',
    askedOn: plainDate('2025-02-11'),
    receivedOn: plainDate('2025-02-11'),
    returnedOn: null,
    refused: null,
    alreadyProvided: false,
    ...changes,
  };
}

/** Advice asked for, signed, and with the authority. */
export function returned(paragraph: Paragraph): AskedAdvice {
  return asked(paragraph, { returnedOn: plainDate('2025-03-20') });
}

/** A seven-year-old’s assessment, all of whose advice is in and nothing decided. */
export function facts(changes: Partial<AssessmentFacts> = {}): AssessmentFacts {
  return {
    receivedOn: plainDate('2025-02-03'),
    openedOn: plainDate('2025-02-10'),
    bornOn: plainDate('2017-06-05'),
    asked: [returned('a'), returned('b'), returned('c'), returned('d'), returned('e')],
    decision: null,
    ...changes,
  };
}

/** A need, an outcome for it, and the provision for that: nothing left to finish. */
export const whole: AdviceContent = {
  ...EMPTY,
  rows: [
    {
      kind: 'need',
      id: 'need',
      version: 1,
      area: 'cognition and learning',
      text: 'Robin forgets instructions of more than two steps.',
      evidence: 'Working memory at the 4th percentile, 3 March 2025.',
      noProvision: '',
    },
    {
      kind: 'outcome',
      id: 'outcome',
      version: 1,
      under: 'need',
      text: 'Robin follows three steps unprompted.',
      steps: '',
      byWhen: 'July 2026',
    },
    {
      kind: 'provision',
      id: 'provision',
      version: 1,
      under: 'outcome',
      what: 'Pre-teaching of vocabulary',
      who: 'A teaching assistant trained by the psychologist',
      ratio: '1 to 1',
      frequency: '3 times a week',
      durationEachTime: '30 minutes',
      review: 'Each term',
      text: '',
      whyNotSpecified: '',
      section: '',
    },
  ],
};
