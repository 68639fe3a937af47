import type { NextAct } from '../../shared/act.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { mayAsk } from './asking.ts';
import { type AssessmentFacts, missingAdvice } from './assessment.ts';
import { mayDecideToIssue } from './decision.ts';
import { REG_6, sayParagraph } from './paragraphs.ts';

/** What may be done next in an assessment, until it is decided whether to issue a plan. */
export function actsOnAssessment(assessment: AssessmentFacts & { id: Uuid }): NextAct[] {
  const [ask, decide] = [mayAsk(assessment), mayDecideToIssue(assessment)];
  if (!ask.ok && !decide.ok) return [];
  const missing = missingAdvice(assessment);
  const toAsk = missing.filter(({ asked }) => asked === null).map(({ paragraph }) => sayParagraph(paragraph));
  const href = `/assessments/${assessment.id}`;
  return [
    {
      what: 'Ask for advice',
      href,
      provision: { text: 'SEND Regulations 2014, reg. 6(1)', url: REG_6 },
      notYet: ask.ok ? [] : [ask.message],
      ...(toAsk.length === 0 ? {} : { note: `Nobody has been asked for ${toAsk.join('; ')}` }),
    },
    {
      what: 'Decide whether to issue a plan',
      href: `${href}/decision`,
      provision: {
        text: 'Children and Families Act 2014, s. 37(1)',
        url: 'https://www.legislation.gov.uk/ukpga/2014/6/section/37',
      },
      notYet: decide.ok ? [] : [decide.message],
      ...(missing.length === 0 ? {} : { note: withoutWords(missing.length) }),
    },
  ];
}

function withoutWords(pieces: number): string {
  const advice = pieces === 1 ? '1 piece of advice is' : `${pieces} pieces of advice are`;
  return `${advice} not in. You may decide without it, and say why`;
}
