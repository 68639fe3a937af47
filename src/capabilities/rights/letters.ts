import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { firstDayOfYoungPerson } from './rights.ts';

/* What is written as the rights pass to a young person: the words alone. Who gets them is decided elsewhere. */

type Words = { subject: string; body: string };
type About = { childName: string; lastDay: PlainDate };
type Turn = { authority: string; reach: string; sendiass: string | null };

/** To the young person, in short words: what will be theirs to decide, and that they may have help. */
export function toYoungPersonAhead({ childName, lastDay }: About, turn: Turn): Words {
  const from = sayDate(firstDayOfYoungPerson(lastDay));
  return {
    subject: `From ${from} you decide`,
    body: paragraphs(
      `Hello ${childName}.`,
      `Now, your parents decide with us about your help at school or college. From ${from} you decide. It is the law.`,
      '## What will change',
      'We will write to you. We will ask you what you want. You can say yes or no.',
      '## You can have help to decide',
      'Your parents can still help you, if you want that. Tell us if you do, or if you do not. You can change your mind.',
      'You can ask somebody else to help you: a friend, a teacher, or an advocate. An advocate is a person who helps you say what you want.',
      help(turn),
      `Talk to us: ${turn.reach}`,
    ),
  };
}

/** The same, once the day has come. */
export function toYoungPersonNow({ childName }: About, turn: Turn): Words {
  return {
    subject: 'Now you decide',
    body: paragraphs(
      `Hello ${childName}.`,
      'Now you decide with us about your help at school or college. It is the law.',
      'We will write to you. We will ask you what you want. You can say yes or no.',
      'Your parents can still help you, if you want that. Tell us if you do, or if you do not. You can change your mind.',
      help(turn),
      `Talk to us: ${turn.reach}`,
    ),
  };
}

/** To a parent or carer, ahead of the day. */
export function toParentAhead({ childName, lastDay }: About, turn: Turn): Words {
  return {
    subject: `From ${sayDate(firstDayOfYoungPerson(lastDay))} the decisions are ${childName}’s`,
    body: paragraphs(
      `You have had the right to decide with us about ${childName}’s education, health and care needs. That right is yours to the end of ${sayDate(lastDay)}, the last day of compulsory school age. From ${sayDate(firstDayOfYoungPerson(lastDay))} it is ${childName}’s (Children and Families Act 2014, section 83).`,
      '## What will change',
      `We will write to ${childName}, and ask ${childName} for their views. You can stay involved if ${childName} wants that. Ask ${childName} to tell us.`,
      `## If ${childName} cannot make a decision`,
      `Everybody is taken to be able to decide, with help if they need it. If ${childName} cannot make a decision, even with help, their representative makes it, or you do if there is none. Tell us if you think so, and if there is a deputy or an attorney.`,
      '## What you can do now',
      `Tell us how we can reach ${childName}: an email address, a telephone number or an address.`,
      'No time limit changes because of this, and nothing is lost of what you have told us.',
      help(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

/** The same, once the day has come. */
export function toParentNow({ childName, lastDay }: About, turn: Turn): Words {
  return {
    subject: `The decisions are now ${childName}’s`,
    body: paragraphs(
      `Since ${sayDate(firstDayOfYoungPerson(lastDay))} the right to decide with us about ${childName}’s education, health and care needs is ${childName}’s (Children and Families Act 2014, section 83). You can stay involved if ${childName} wants that.`,
      `If ${childName} cannot make a decision, even with help, their representative makes it, or you do if there is none. Tell us if you think so.`,
      'No time limit changes because of this.',
      help(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

type TakenBack = {
  childName: string;
  whom: string;
  what: string;
  by: string;
  on: PlainDate;
  href: string;
};

/** To the others on the file: what one of the family agreed to is no longer shared. */
export function consentTakenBack({ childName, whom, what, by, on, href }: TakenBack, turn: Turn): Words {
  return {
    subject: 'Something you agreed to share is no longer shared',
    body: paragraphs(
      `This is about ${childName}. On ${sayDate(on)} ${by} took back an agreement to share something. It may have been yours.`,
      `What is no longer shared: ${what}. With: ${whom}. What they have read already cannot be taken back.`,
      'What the law says we must share does not rest on an agreement, and goes on. No time limit changes because of this.',
      `If you still want it shared, you can agree again: ${href}. Or tell us, and we will write it down.`,
      help(turn),
      `Contact us: ${turn.reach}`,
    ),
  };
}

function help({ sendiass }: Turn): string {
  return sendiass === null
    ? 'You can get free help and advice. Ask us who gives it near you.'
    : `You can get free help and advice from ${sendiass}.`;
}

function paragraphs(...texts: string[]): string {
  return texts.join('\n\n');
}
