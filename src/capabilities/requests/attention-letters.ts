import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { WhereToTurn, Words } from './letters.ts';

/* What is written when somebody brings a child to the authority's attention: to the family, and to whoever told. */

export function toldFamily(
  about: {
    childName: string;
    reference: string;
    receivedOn: PlainDate;
    decideBy: PlainDate;
    /** Who told the authority, where they say that the family knows; null otherwise. */
    from: string | null;
  },
  turn: WhereToTurn,
): Words {
  const { childName } = about;
  return {
    subject: `Somebody thinks that ${childName} may need help to learn`,
    body: paragraphs(
      `On ${sayDate(about.receivedOn)} ${about.from ?? 'somebody who is concerned'} told us that ${childName} may have special educational needs. The reference is ${about.reference}.`,
      'Nobody has made a request in your name. The law says that when we are told this we must think about whether an education, health and care needs assessment may be needed (Children and Families Act 2014, sections 24 and 36).',
      `We will decide whether to assess by ${sayDate(about.decideBy)}, and write to you with our reasons.`,
      'Before we decide, you can tell us your views and send us anything you want us to consider. If you agree that help is needed, you can also ask for an assessment yourself. If you do not, tell us that.',
      'To see where this is, go to Track a request and give the reference. We will send a one-time code to the contact we were given.',
      turn.sendiass === null
        ? 'You can get free, impartial information, advice and support: ask us for your local service.'
        : `You can get free, impartial information, advice and support from ${turn.sendiass}.`,
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** To whoever told the authority. It names no child: an email may be read by others. */
export function thanksForTelling(turn: WhereToTurn): Words {
  return {
    subject: 'We have what you told us',
    body: paragraphs(
      'Thank you for telling us about a child or young person who may have special educational needs. We have it, and we will decide whether they may need an assessment.',
      'We cannot tell you what we decide unless the family agrees. We may write to ask you more.',
      `Contact us: ${turn.reach}`,
    ),
  };
}

function paragraphs(...texts: string[]): string {
  return texts.join('\n\n');
}
