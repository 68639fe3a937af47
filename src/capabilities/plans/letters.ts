import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { WhereToTurn } from '../requests/index.ts';
import type { NamingDecision } from './naming/decision.ts';
import { namingWords } from './naming/words.ts';

/* What is written about a plan: the words alone. Who gets them, and how, is notifications' to decide. */

export type Words = { subject: string; body: string };

/** The notice that goes with a draft: what may be said, asked for and required, and by when (s. 38(2), reg. 13(1)). */
export function draftLetter(
  about: { childName: string; number: number; lastDay: PlainDate; href: string },
  turn: WhereToTurn,
): Words {
  const { childName, lastDay } = about;
  return {
    subject:
      about.number === 1
        ? `The draft plan for ${childName} is ready for you`
        : `There is a new draft plan for ${childName}`,
    body: paragraphs(
      `We have written a draft education, health and care plan for ${childName}, with all the advice it is drawn from. Read it here: ${about.href}`,
      `You have until the end of ${sayDate(lastDay)} to:`,
      '- tell us what you think of it, part by part',
      '- say which nursery, school or college you want it to name',
      '- ask to meet one of our officers about it.',
      'You may ask for any setting the law lists (Children and Families Act 2014, section 38(3)). We must name it unless one of three reasons in section 39(4) applies. You can find out about schools and colleges from Find a setting, or ask us.',
      'Section I of the draft, where the setting is named, is empty. The law says it must be until you have had your say.',
      advice(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

/**
 * What a setting is told when it is consulted (s. 39(2), s. 40(3); Code 9.83), and when a copy of the draft that waited is there
 * (`copyNow`). It names no child: the inbox does. `dueOn` is null while the copy waits.
 */
export function consultationLetter(
  about: { authority: string; dueOn: PlainDate | null; copyNow: boolean; href: string },
  turn: WhereToTurn,
): Words {
  const { authority, dueOn, copyNow, href } = about;
  const asks = `${authority} is asking whether you could meet the needs of a child whose education, health and care plan may name you.`;
  if (dueOn === null) {
    return {
      subject: 'You are being consulted about a child. The draft plan follows',
      body: paragraphs(
        asks,
        'You are consulted from today. The draft plan is still being checked, and we send it as soon as that is done. Your 15 days to answer begin then.',
        `Who the child is, and when the draft comes, is in your inbox: ${href}`,
        `Contact us: ${turn.reach}`,
      ),
    };
  }
  return {
    subject: `Can you meet a child’s needs? Answer by ${sayDate(dueOn)}`,
    body: paragraphs(
      copyNow ? 'We told you that you are being consulted about a child. The draft plan is here now.' : asks,
      `Read the draft plan and answer in your inbox by ${sayDate(dueOn)}: ${href}`,
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** What a setting that has not answered is told: that it is chased, has more time, or is no longer asked. It names no child. */
export function followingLetter(
  about: {
    authority: string;
    what: 'chased' | 'extended' | 'withdrawn';
    /** Null where its copy of the draft has not gone, so that no day is set. */
    dueOn: PlainDate | null;
    words: string;
    href: string;
  },
  turn: WhereToTurn,
): Words {
  const { authority, what, words } = about;
  const due = about.dueOn === null ? '' : sayDate(about.dueOn);
  const said = {
    chased: {
      subject:
        due === ''
          ? 'We have not had your answer about a child'
          : `We have not had your answer about a child: it was due by ${due}`,
      body: `${authority} asked whether you could meet the needs of a child. Answer in your inbox: ${about.href}`,
    },
    extended: {
      subject: `You have until ${due} to answer about a child`,
      body: `${authority} has given you until ${due} to say whether you could meet the needs of a child. Answer in your inbox: ${about.href}`,
    },
    withdrawn: {
      subject: 'You are no longer asked about a child',
      body: `${authority} no longer asks whether you could meet the needs of a child. You need not answer. It is in your inbox: ${about.href}`,
    },
  }[what];
  return {
    subject: said.subject,
    body: paragraphs(said.body, ...(words === '' ? [] : [words]), `Contact us: ${turn.reach}`),
  };
}

export type FinalLetter = {
  childName: string;
  issuedOn: PlainDate;
  /** More than 1 for a plan that was amended. */
  version: number;
  placed: string;
  /** The decision on Section I; null where it was not kept. */
  naming: NamingDecision | null;
  rights: { mediationBy: PlainDate; appealBy: PlainDate };
};

/**
 * The letter that goes with a final plan to the family: what it says we must now do, why a setting asked for is not named,
 * and what reg. 14 and reg. 32 require: the right to appeal and its limits, mediation, disagreement resolution, advice.
 */
export function finalLetter(about: FinalLetter, turn: WhereToTurn): Words {
  const { childName, issuedOn, version, placed, rights } = about;
  return {
    subject: version === 1 ? `The final plan for ${childName}` : `The amended plan for ${childName}`,
    body: paragraphs(
      version === 1
        ? `This is the final education, health and care plan for ${childName}, issued on ${sayDate(issuedOn)}.`
        : `This is the amended education, health and care plan for ${childName}, version ${version}, issued on ${sayDate(issuedOn)}. It takes the place of version ${version - 1}.`,
      `Section I: ${placed}`,
      'From today we must make sure that the special educational provision in Section F is made (Children and Families Act 2014, section 42).',
      ...(about.naming === null ? [] : namingWords(about.naming)),
      heading('If you disagree'),
      'You have the right to appeal to the First-tier Tribunal (Special Educational Needs and Disability) about Section B, Section F, and the setting or type of setting in Section I, or that none is named. It is independent of us, and free.',
      `If your appeal is about Section I alone you do not need a mediation certificate. Otherwise you do, though you do not have to take part in mediation. Contact the mediation adviser by ${sayDate(rights.mediationBy)}: ${turn.mediationAdviser ?? 'ask us for the name of the mediation adviser'}.`,
      `The tribunal must receive your appeal by 5pm on ${sayDate(rights.appealBy)}, or within one month of the date of issue of the mediation certificate if that is later.`,
      'You can also ask for mediation about the health and social care parts of the plan, and for disagreement resolution, which is separate, at any time.',
      advice(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** The letter to a setting or a commissioning body that a final plan is sent to. */
export function finalNotice(about: {
  childName: string;
  issuedOn: PlainDate;
  version: number;
  named: boolean;
}): Words {
  const { childName, issuedOn, version } = about;
  return {
    subject: version === 1 ? 'A final plan has been sent to you' : 'An amended plan has been sent to you',
    body: paragraphs(
      version === 1
        ? `The final education, health and care plan for ${childName} was issued on ${sayDate(issuedOn)}. Open it in your inbox.`
        : `The education, health and care plan for ${childName} was amended on ${sayDate(issuedOn)}. This is version ${version}, in place of version ${version - 1}. Open it in your inbox.`,
      about.named
        ? 'It names you in Section I. A setting listed in section 38(3) of the Children and Families Act 2014 must admit the child or young person (section 43).'
        : 'The responsible commissioning body must arrange the health care provision in Section G (Children and Families Act 2014, section 42(3)).',
    ),
  };
}

/** With a version that is sent again. One that is not the newest says so to whoever gets it. */
export function versionLetter(
  about: { childName: string; what: string; kind: 'draft' | 'final'; newest: boolean },
  turn: WhereToTurn,
): Words {
  return {
    subject: `A copy of the plan for ${about.childName}`,
    body: paragraphs(
      `This is a copy of the plan for ${about.childName}: ${about.what}.`,
      howItStands(about),
      advice(turn),
    ),
  };
}

function howItStands({ kind, newest }: { kind: 'draft' | 'final'; newest: boolean }): string {
  if (!newest) return 'It is not the newest version. A later one has been sent since.';
  return kind === 'final'
    ? 'It is the plan in force.'
    : 'It is the newest draft there is. It is not a final plan.';
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
