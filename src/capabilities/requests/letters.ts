import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Decision } from './request.ts';

/* What is written to families about a request: the words alone. Who gets them, and how, is notifications' to decide. */

export type Words = { subject: string; body: string };

/** Whom to turn to, as the authority has set it. */
export type WhereToTurn = {
  authority: string;
  reach: string;
  sendiass: string | null;
  mediationAdviser: string | null;
};

export function acknowledgement(
  about: {
    childName: string;
    reference: string;
    receivedOn: PlainDate;
    decideBy: PlainDate;
    planBy: PlainDate;
  },
  turn: WhereToTurn,
): Words {
  return {
    subject: 'We have your request for an assessment',
    body: paragraphs(
      `We have your request for an education, health and care needs assessment for ${about.childName}. We received it on ${sayDate(about.receivedOn)}.`,
      `Your reference is ${about.reference}.`,
      `We will decide whether to assess by ${sayDate(about.decideBy)}, and write to you with our reasons. If a plan is needed, the final plan is due by ${sayDate(about.planBy)}.`,
      'You can send us anything else you want us to consider, and tell us your views, at any time before we decide.',
      `To see where the request is, go to Track a request and give the reference. We will send a one-time code to the contact given with the request.`,
      advice(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

export function oneTimeCode(minutes: number): Words {
  return {
    subject: 'Your one-time code',
    body: paragraphs(
      'Your code is ((secret)).',
      `It works once, for ${minutes >= 1440 ? `${Math.round(minutes / 1440)} days` : `${minutes} minutes`}. If you did not ask for it, you do not need to do anything.`,
    ),
  };
}

export function returnLink(): Words {
  return {
    subject: 'Finish your request',
    body: paragraphs(
      'You asked for a link to come back to your request: ((secret))',
      'It works once, and for 28 days. If you did not ask for it, you do not need to do anything.',
    ),
  };
}

export type RightsDates = { mediationBy: PlainDate; appealBy: PlainDate };

/**
 * The letter of the decision whether to assess: the decision, its reasons in full, and, where it is not to assess, what
 * SEND Regulations 2014, reg. 5(3) and reg. 32 require: the right to appeal and its time limits, mediation, disagreement
 * resolution, and where to get advice.
 */
export function decisionLetter(
  about: {
    childName: string;
    reference: string;
    decision: Decision;
    planBy: PlainDate;
    rights: RightsDates;
    /** They have not been told before that somebody brought their child to attention. */
    isFirst: boolean;
  },
  turn: WhereToTurn,
): Words {
  const { decision } = about;
  const first = about.isFirst
    ? [
        `Somebody who is concerned told us that ${about.childName} may have special educational needs. Nobody has made a request in your name. The law says that when we are told this we must think about whether an education, health and care needs assessment may be needed (Children and Families Act 2014, sections 24 and 36).`,
      ]
    : [];
  const reasons = [
    heading('Our reasons'),
    decision.reasons,
    heading('What we considered'),
    decision.evidence,
    heading('What would change this'),
    decision.whatWouldChange,
  ];
  if (decision.outcome === 'assess') {
    return {
      subject: `We have decided to assess ${about.childName}`,
      body: paragraphs(
        ...first,
        `On ${sayDate(decision.decidedOn)} we decided to carry out an education, health and care needs assessment of ${about.childName} (reference ${about.reference}).`,
        ...reasons,
        heading('What happens next'),
        `We are asking you and the professionals who know ${about.childName} for advice. They have six weeks from the day they get our request (SEND Regulations 2014, regulation 8(1)). You can ask us to seek advice from anyone you reasonably think should be heard.`,
        `If a plan is needed, the final plan is due by ${sayDate(about.planBy)}.`,
        advice(turn),
        `Contact us: ${turn.reach}`,
      ),
    };
  }
  return {
    subject: `We have decided not to assess ${about.childName}`,
    body: paragraphs(
      ...first,
      `On ${sayDate(decision.decidedOn)} we decided not to carry out an education, health and care needs assessment of ${about.childName} (reference ${about.reference}).`,
      ...reasons,
      ...rightsAfterRefusal(about.rights, turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** The rights that follow a decision which can be appealed, with the exact dates (regs 5(3), 32, 33; HESC Rules r. 20). */
export function rightsAfterRefusal(rights: RightsDates, turn: WhereToTurn): string[] {
  return [
    heading('If you disagree'),
    'You have the right to appeal to the First-tier Tribunal (Special Educational Needs and Disability). It is independent of us, and free.',
    `Before you appeal you need a mediation certificate. You do not have to take part in mediation. Contact the mediation adviser by ${sayDate(rights.mediationBy)}: ${turn.mediationAdviser ?? 'ask us for the name of the mediation adviser'}.`,
    `The tribunal must receive your appeal by 5pm on ${sayDate(rights.appealBy)}, or within one month of the date of issue of the mediation certificate if that is later.`,
    'You can also ask for disagreement resolution, which is separate from mediation and from an appeal, at any time.',
    advice(turn),
  ];
}

function advice(turn: WhereToTurn): string {
  return turn.sendiass === null
    ? 'You can get free, impartial information, advice and support: ask us for your local service.'
    : `You can get free, impartial information, advice and support from ${turn.sendiass}.`;
}

function heading(text: string): string {
  return `## ${text}`;
}

function paragraphs(...texts: string[]): string {
  return texts.join('\n\n');
}
