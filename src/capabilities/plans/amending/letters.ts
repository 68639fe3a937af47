import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { WhereToTurn } from '../../requests/index.ts';
import type { Words } from '../letters.ts';
import { whatHappensNext, whatYouCanDo } from './words.ts';

/** The letter with an amendment notice (reg. 22(2)): what may be said, asked for and required, by when, and what follows. */
export function noticeLetter(
  about: {
    childName: string;
    again: boolean;
    evidence: readonly string[];
    lastDay: PlainDate;
    dueBy: PlainDate;
    href: string;
  },
  turn: WhereToTurn,
): Words {
  const { childName, again, evidence, lastDay, dueBy, href } = about;
  return {
    subject: again
      ? `A new notice of changes we propose to the plan for ${childName}`
      : `We propose to change the plan for ${childName}`,
    body: paragraphs(
      `We propose to amend the education, health and care plan for ${childName}. The notice with this letter shows each change beside what the plan says now, and has a copy of the plan. You can read it here too: ${href}`,
      ...(again ? ['It takes the place of the notice we sent before.'] : []),
      ...(evidence.length === 0
        ? []
        : [paragraphs('What it rests on goes with it:', evidence.map((title) => `- ${title}`).join('\n'))]),
      '## What you can do',
      whatYouCanDo(sayDate(lastDay))
        .map((item) => `- ${item}`)
        .join('\n'),
      '## What happens next',
      whatHappensNext(sayDate(dueBy))
        .map((item) => `- ${item}`)
        .join('\n'),
      ...help(turn),
    ),
  };
}

/** Goes round each paper of evidence to those who are written to on paper. */
export function evidenceLetter(childName: string, title: string): Words {
  return {
    subject: `Evidence with our notice about the plan for ${childName}`,
    body: paragraphs(
      `With this letter is a paper that our notice of proposed changes to the plan for ${childName} rests on: ${title}.`,
      'The notice itself, with what you can do and by when, is in a letter of its own.',
    ),
  };
}

/** Notice that the plan is not amended after all, with the reasons and the right to appeal (reg. 22(4), s. 51). */
export function notAmendingLetter(
  about: {
    childName: string;
    reasons: string;
    version: number;
    rights: { mediationBy: PlainDate; appealBy: PlainDate };
  },
  turn: WhereToTurn,
): Words {
  const { childName, reasons, version, rights } = about;
  return {
    subject: `We are not amending the plan for ${childName}`,
    body: paragraphs(
      `We have thought about what you said and have decided not to amend the education, health and care plan for ${childName}. The plan you have, version ${version}, stays in force, unchanged.`,
      '## Why',
      reasons,
      '## If you disagree',
      'You have the right to appeal to the First-tier Tribunal (Special Educational Needs and Disability) against our not amending the plan. It is independent of us, and free.',
      `You need a mediation certificate first, though you do not have to take part in mediation. Contact the mediation adviser by ${sayDate(rights.mediationBy)}: ${turn.mediationAdviser ?? 'ask us for the name of the mediation adviser'}.`,
      `The tribunal must receive your appeal by 5pm on ${sayDate(rights.appealBy)}, or within one month of the date of issue of the mediation certificate if that is later.`,
      ...help(turn),
    ),
  };
}

/** Where to turn, as a letter and the notice say it. */
export function help(turn: WhereToTurn): string[] {
  return [
    turn.sendiass === null
      ? 'You can get free, impartial information, advice and support: ask us for your local service.'
      : `You can get free, impartial information, advice and support from ${turn.sendiass}.`,
    `Contact us: ${turn.reach}`,
  ];
}

function paragraphs(...texts: string[]): string {
  return texts.join('\n\n');
}
