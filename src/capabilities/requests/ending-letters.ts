import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Ending } from './ending.ts';
import type { WhereToTurn, Words } from './letters.ts';

/* What a family is told when a request ends without being finished: what it means, what it does not, and how to ask again. */

export type EndedRequest = {
  childName: string;
  reference: string;
  receivedOn: PlainDate;
  ending: Ending;
  /** Whether the family asked, or a school or somebody else. */
  theirOwn: boolean;
};

/** The authority a request is referred to, as far as its details are known here. */
export type OtherAuthority = { name: string; reach: string | null };

export function endingLetter(about: EndedRequest, turn: WhereToTurn): Words {
  const { childName, reference, ending, receivedOn } = about;
  const asked = `the request for an assessment of ${childName} that we received on ${sayDate(receivedOn)} (reference ${reference})`;
  if (ending.kind === 'moved out') {
    return {
      subject: `We have closed the request about ${childName}`,
      body: paragraphs(
        `We have been told that ${childName} moved out of our area on ${sayDate(ending.on)}, so we have closed ${asked}.`,
        'The authority for your new area is responsible now. What we had decided does not bind it: it decides for itself, and its time limits start on the day it gets a request or the child is brought to its attention. Ask it as soon as you can.',
        'Ask us for copies of anything you want to send to it. We will not charge you.',
        'If this is a mistake, tell us, or ask us again: you can do that at any time.',
        ...end(turn),
      ),
    };
  }
  const who = about.theirOwn ? `${ending.by} took back` : `${ending.by}, who asked, took back`;
  return {
    subject: `The request about ${childName} was taken back`,
    body: paragraphs(
      `On ${sayDate(ending.on)} ${who} ${asked}. We have closed it.`,
      '## What this means',
      'We have stopped work on this request. Nothing more is due on it, and there is no decision to appeal against.',
      '## What it does not mean',
      'It does not take away your right to ask. You can ask again at any time, and a school or college can too. A new request starts new time limits.',
      'We may still decide to assess, if we think that the law’s test is met. We would write to you first and ask for your views.',
      ...(about.theirOwn
        ? ['If you did not ask for this, tell us at once.']
        : ['If you want an assessment, you can ask for one yourself.']),
      ...end(turn),
    ),
  };
}

/** To the family, when a child lives in another authority's area. The date of receipt there is said, and how sure that is. */
export function referralLetter(
  about: { childName: string; reference: string; receivedOn: PlainDate; on: PlainDate; arrives: boolean },
  other: OtherAuthority,
  turn: WhereToTurn,
): Words {
  const { childName, reference } = about;
  return {
    subject: `We have passed on the request about ${childName}`,
    body: paragraphs(
      `We received a request for an assessment of ${childName} on ${sayDate(about.receivedOn)} (reference ${reference}).`,
      `The address we were given is in the area of ${other.name}. The law makes the authority for the area where a child or young person lives responsible for them (Children and Families Act 2014, section 24). So ${other.name} has to decide, and not us.`,
      about.arrives
        ? `On ${sayDate(about.on)} we sent the request to ${other.name}, as it was given to us. You do not have to ask again. We did not send reports or other papers: send ${other.name} those you want it to read, or ask us for copies. We will not charge you.`
        : `Ask ${other.name} now, and you can show them this letter. We can send you a copy of what we were given.`,
      other.reach === null ? `Their details are on their website.` : `Contact ${other.name}: ${other.reach}`,
      `As we read the law, their time limits start on the day the request reaches them${about.arrives ? `, ${sayDate(about.on)}` : ''} (SEND Regulations 2014, regulation 5(1)). We are not certain of this: they may count from another day, and you can ask them.`,
      `If the address is wrong, or ${childName} does live in our area, tell us at once and we will go on.`,
      ...end(turn),
    ),
  };
}

function end(turn: WhereToTurn): string[] {
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
