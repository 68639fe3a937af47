import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { rightsAfterRefusal, type WhereToTurn } from '../requests/index.ts';
import type { Decision } from './decision.ts';
import { type Paragraph, sayParagraph } from './paragraphs.ts';

/* What is written about an assessment: the words alone. */

export type Words = { subject: string; body: string };

export type AskedFor = {
  childName: string;
  paragraph: Paragraph;
  adviserName: string;
  questions: string;
  dueOn: PlainDate;
  href: string;
};

/** The notice to an organisation that its advice is wanted: what, of whom, by when, and where to write it. */
export function adviceAskedFor(about: AskedFor, turn: WhereToTurn): Words {
  return {
    subject: `Advice for an education, health and care needs assessment: ${about.childName}`,
    body: paragraphs(
      `${turn.authority} is assessing the education, health and care needs of ${about.childName} and asks ${about.adviserName} for advice under regulation 6(1) of the Special Educational Needs and Disability Regulations 2014: ${sayParagraph(about.paragraph)}.`,
      heading('What we ask'),
      about.questions,
      heading('By when'),
      `You must answer by ${sayDate(about.dueOn)}, within six weeks of receiving this (regulation 8(1)). If a lawful exception applies, tell us.`,
      `Write and sign your advice here: ${about.href}`,
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** Asking the family, or a setting, who knows the child: by when, and that nothing waits for them. */
export function whoKnowsAskedFor(
  about: { childName: string; answerBy: PlainDate; href: string },
  turn: WhereToTurn,
  party: 'family' | 'setting',
): Words {
  return {
    subject: `Who knows ${about.childName}?`,
    body: paragraphs(
      `We are about to ask for advice about ${about.childName}. Tell us who knows them well: ${party === 'family' ? 'a doctor, a therapist, a teacher, a social worker, anyone who helps' : 'the professionals you know to be involved'}. Then nobody who should be asked is left out.`,
      `Tell us by ${sayDate(about.answerBy)} if you can: ${about.href}`,
      party === 'family'
        ? 'You can telephone us instead. If we do not hear from you by then we go on, and ask whom we know of. You can still tell us later.'
        : 'If we do not hear from you by then we go on, and ask whom we know of.',
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** A question back to the author of signed advice. They answer by a correction: nobody else may change a word of it. */
export function questionAboutAdvice(
  about: Pick<AskedFor, 'childName' | 'paragraph' | 'href'> & { line: string | null; question: string },
  turn: WhereToTurn,
): Words {
  const of = about.line === null ? 'your advice' : `this line of your advice: “${about.line}”`;
  return {
    subject: `A question about your advice: ${about.childName}`,
    body: paragraphs(
      `${turn.authority} has read your advice about ${about.childName} (${sayParagraph(about.paragraph)}) and asks about ${of}`,
      heading('What we ask'),
      about.question,
      `Answer by correcting your advice and signing it again: ${about.href}. If you cannot say it more exactly, write why on that line. What you signed stays on the file.`,
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** Telling its people by email that a question about their advice waits for them: neither of whom, nor what is asked. */
export function questionWaits(
  about: Pick<AskedFor, 'adviserName' | 'paragraph' | 'href'>,
  turn: WhereToTurn,
): Words {
  return {
    subject: 'A question about your advice is in your inbox',
    body: paragraphs(
      `${turn.authority} has read advice given by ${about.adviserName} (${sayParagraph(about.paragraph)}) and asks about it.`,
      `Sign in to read the question: ${about.href}`,
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** Telling an organisation that nobody waits any more for what it was asked: about no child by name, who is not theirs to see now. */
export function adviceNotNeeded(asked: { askedOn: PlainDate; paragraph: Paragraph }): Words {
  return {
    subject: `Advice asked for on ${sayDate(asked.askedOn)} is no longer needed`,
    body: paragraphs(
      `The request for advice of ${sayDate(asked.askedOn)} was taken back: ${sayParagraph(asked.paragraph)}. You do not have to do anything, and it is no longer in your inbox.`,
    ),
  };
}

/** Telling the family that somebody else is asked, because whoever was asked first will not give the advice. */
export function askedInstead(
  about: { childName: string; paragraph: Paragraph; before: string; now: string; dueOn: PlainDate },
  turn: WhereToTurn,
): Words {
  return {
    subject: `We have asked somebody else for advice about ${about.childName}`,
    body: paragraphs(
      `We asked ${about.before} for advice for the assessment of ${about.childName}: ${sayParagraph(about.paragraph)}. They told us that they cannot give it.`,
      `We have now asked ${about.now}, who must answer by ${sayDate(about.dueOn)} (SEND Regulations 2014, regulation 8(1)).`,
      'If there is somebody else you want us to ask, tell us.',
      advice(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** Asking the family whether advice given before is enough (reg. 6(4)): theirs to say, and no is an answer. */
export function existingAdvice(
  about: { childName: string; paragraph: Paragraph; authorName: string; advisedOn: PlainDate; href: string },
  turn: WhereToTurn,
): Words {
  return {
    subject: `Is this advice about ${about.childName} enough?`,
    body: paragraphs(
      `On ${sayDate(about.advisedOn)} ${about.authorName} gave advice about ${about.childName}: ${sayParagraph(about.paragraph)}. If you, they and we are all satisfied that it is enough, the law says that we must not ask for it again (SEND Regulations 2014, regulation 6(4)).`,
      `If it is not enough, tell us, and we will ask for new advice. The choice is that of whoever makes the decisions for ${about.childName}: a parent, or the young person once they decide.`,
      `Read it and tell us: ${about.href}. Or write to us or ring us.`,
      advice(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

type Given = { paragraph: Paragraph; authorName: string; advisedOn: PlainDate; href: string };

/** Asking whoever gave advice before, where they work, whether it is enough (reg. 6(4)). */
export function existingAdviceOfAuthor(about: Given & { childName: string }, turn: WhereToTurn): Words {
  return {
    subject: `Is advice you gave before about ${about.childName} enough?`,
    body: paragraphs(
      `${turn.authority} is assessing the education, health and care needs of ${about.childName}. On ${sayDate(about.advisedOn)} ${about.authorName} gave advice: ${sayParagraph(about.paragraph)}. If they, we, and the parent or young person are all satisfied that it is enough for the assessment, the law says that we must not ask for it again (SEND Regulations 2014, regulation 6(4)).`,
      'If it is not enough, say no: then new advice is asked for, as any other is.',
      `Read it and tell us: ${about.href}`,
      `Contact us: ${turn.reach}`,
    ),
  };
}

type Late = {
  organisation: string | null;
  adviserName: string;
  paragraph: Paragraph;
  dueOn: PlainDate;
  href: string;
};

/** Telling whoever was asked that it waits in their inbox, by email, which does not say of whom. */
export function adviceWaits(about: Late, turn: WhereToTurn): Words {
  return { ...adviceDueSoon(about, turn), subject: `You are asked for advice by ${sayDate(about.dueOn)}` };
}

/** Reminding whoever was asked that their advice is nearly due. It goes by email, so it does not say of whom. */
export function adviceDueSoon(about: Late, turn: WhereToTurn): Words {
  return {
    subject: `Advice is due by ${sayDate(about.dueOn)}`,
    body: paragraphs(
      `${turn.authority} has asked ${askedOf(about)} for advice: ${sayParagraph(about.paragraph)}. It is due by ${sayDate(about.dueOn)}, within six weeks of being asked for (SEND Regulations 2014, regulation 8(1)).`,
      `Sign in to write it: ${about.href}`,
      'If you cannot give it, or an appointment was missed, say so there.',
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** Reminding staff to ask again whoever they asked by other means, since this service cannot. It does not say of whom either. */
export function adviceToChase(about: Late, turn: WhereToTurn): Words {
  return {
    subject: `Ask again for advice: it is due by ${sayDate(about.dueOn)}`,
    body: paragraphs(
      `${turn.authority} asked ${askedOf(about)} for advice: ${sayParagraph(about.paragraph)}. It was asked for by other means than this service, so nobody but you can remind them. It is due by ${sayDate(about.dueOn)}, within six weeks of being asked for (SEND Regulations 2014, regulation 8(1)).`,
      `Ask them again. Sign in to write down what they say: ${about.href}`,
    ),
  };
}

/** Telling an organisation's administrators and the authority's managers that advice is late. It does not say of whom either. */
export function adviceOverdue(about: Late, turn: WhereToTurn): Words {
  return {
    subject: `Advice is overdue: it was due by ${sayDate(about.dueOn)}`,
    body: paragraphs(
      `${turn.authority} asked ${askedOf(about)} for advice: ${sayParagraph(about.paragraph)}. It was due by ${sayDate(about.dueOn)}, within six weeks of being asked for (SEND Regulations 2014, regulation 8(1)), and has not come.`,
      `Sign in to see it: ${about.href}`,
      `Contact us: ${turn.reach}`,
    ),
  };
}

function askedOf({ organisation, adviserName }: Late): string {
  return organisation === null ? adviserName : `${adviserName}, ${organisation},`;
}

/** Asking the parent, carer or young person for their views, wishes and feelings (reg. 6(1)(a)). */
export function viewsAskedFor(about: AskedFor, turn: WhereToTurn): Words {
  return {
    subject: `Tell us your views about ${about.childName}’s assessment`,
    body: paragraphs(
      `We are assessing the education, health and care needs of ${about.childName}. The law asks us to hear from you: what is going well, what is hard, what you want to happen, and what ${about.childName} says.`,
      ...(about.questions === '' ? [] : [about.questions]),
      `Tell us by ${sayDate(about.dueOn)} if you can: ${about.href}. Or write to us, ring us, or send us anything you like.`,
      advice(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

/**
 * The letter of the decision whether to issue a plan (s37(1)), with its reasons in full; where none is issued, also the
 * rights SEND Regulations 2014, reg. 10 and reg. 32 require, with exact dates.
 */
export function decisionLetter(
  about: {
    childName: string;
    reference: string;
    decision: Decision;
    planBy: PlainDate;
    rights: { mediationBy: PlainDate; appealBy: PlainDate };
  },
  turn: WhereToTurn,
): Words {
  const { childName, decision } = about;
  const on = `On ${sayDate(decision.decidedOn)}, after the assessment of ${childName} (reference ${about.reference}),`;
  const without = decision.withoutAdvice.map(
    ({ missing, reason }) => `We decided without ${sayParagraph(missing.paragraph)}: ${reason}`,
  );
  const reasons = [
    heading('Our reasons'),
    decision.reasons,
    heading('What we considered'),
    decision.evidence,
    ...without,
    heading('What would change this'),
    decision.whatWouldChange,
  ];
  if (decision.outcome === 'issue') {
    return {
      subject: `We have decided that ${childName} needs an EHC plan`,
      body: paragraphs(
        `${on} we decided that it is necessary for special educational provision to be made for ${childName} in accordance with an education, health and care plan.`,
        ...reasons,
        heading('What happens next'),
        'We will send you a draft plan. You will have at least 15 days to tell us what you think of it, to ask to meet us, and to say which school or other setting you want it to name.',
        `The final plan is due by ${sayDate(about.planBy)}.`,
        advice(turn),
        `Contact us: ${turn.reach}`,
      ),
    };
  }
  return {
    subject: `We have decided not to issue an EHC plan for ${childName}`,
    body: paragraphs(
      `${on} we decided that it is not necessary for special educational provision to be made for ${childName} in accordance with an education, health and care plan.`,
      ...reasons,
      ...rightsAfterRefusal(about.rights, turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** The notice of a decision not to issue to those reg. 10(2) names besides the family: that it was made, and no more. */
export function noticeOfDecision(about: { childName: string; decision: Decision }, turn: WhereToTurn): Words {
  const { childName, decision } = about;
  return {
    subject: `No education, health and care plan will be issued for ${childName}`,
    body: paragraphs(
      `On ${sayDate(decision.decidedOn)}, after assessing the education, health and care needs of ${childName}, ${turn.authority} decided that it is not necessary for special educational provision to be made in accordance with an education, health and care plan. We tell you under regulation 10(2) of the Special Educational Needs and Disability Regulations 2014.`,
      'The family has been told the reasons and their right of appeal. What you do now to support the child does not depend on a plan.',
      `Contact us: ${turn.reach}`,
    ),
  };
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
