import { type PlainDate, sayDate } from '../../shared/plain-date.ts';

/* What is written about whether provision is in place: the words alone. */

type Words = { subject: string; body: string };
type About = { childName: string; where: string; answerBy: PlainDate; href: string };
type Turn = { reach: string; sendiass: string | null };

/** To the family, once a placement has run for some weeks. */
export function checkAsked({ childName, where, answerBy, href }: About, weeks: number, turn: Turn): Words {
  return {
    subject: `Is ${childName} getting the help in the plan?`,
    body: paragraphs(
      `It is ${weeks} weeks since ${childName} started at ${where}, or since the plan was last changed. We would like to know whether the help in Section F of the plan is happening, line by line.`,
      `Tell us by ${sayDate(answerBy)}: ${href}`,
      'You can tell us by telephone or on paper too. If you do not answer we do not take it that all is well.',
      `We have had to secure this help since the day the plan was made final (Children and Families Act 2014, section 42). The ${weeks} weeks are only when we ask: no law gives us that time.`,
      'You can tell us at any time that something is not happening. You do not need to wait to be asked.',
      help(turn),
    ),
  };
}

/** The one reminder, to whoever has not answered. */
export function checkReminder({ childName, answerBy, href }: About, turn: Turn): Words {
  return {
    subject: `We have not heard from you: is ${childName} getting the help in the plan?`,
    body: paragraphs(
      `We asked whether the help in ${childName}’s plan is happening, and have not heard from you.`,
      `Tell us by ${sayDate(answerBy)}: ${href}`,
      'You can answer after that day too.',
      help(turn),
    ),
  };
}

/** To a setting's people: that there is something to answer and where, and never of whom. */
export function settingAsked({ where, answerBy, href }: Omit<About, 'childName'>, again: boolean): Words {
  return {
    subject: again
      ? 'Not answered yet: what is provided for a child'
      : 'A council asks what is provided for a child',
    body: paragraphs(
      again
        ? `${where} has not yet said whether what a child’s plan says is happening.`
        : `A council asks ${where} whether what a child’s plan says is happening, line by line.`,
      `Answer by ${sayDate(answerBy)}: ${href}`,
    ),
  };
}

/** To the family: what was done about a line that was not happening. */
export function problemClosed(
  about: { childName: string; what: string; words: string; href: string },
  turn: Turn,
): Words {
  return {
    subject: `What we did about ${about.childName}’s help`,
    body: paragraphs(
      `You told us that this was not happening: ${about.what}`,
      'We have closed it. This is what was done:',
      about.words,
      `If it is still not happening, open it again: ${about.href}. You do not need to give a new reason. You can also complain, at any time.`,
      help(turn),
    ),
  };
}

/** To the authority's travel team: what a child needs on the way. Whether they are eligible is theirs to decide. */
export function travelHandedOn(about: {
  childName: string;
  where: string;
  fromOn: PlainDate;
  needs: string;
  by: string;
}): Words {
  return {
    subject: 'Travel to school: a child with an EHC plan',
    body: paragraphs(
      `${about.childName} goes to ${about.where} from ${sayDate(about.fromOn)}.`,
      'What they need on the way:',
      about.needs,
      `Handed on by ${about.by}, SEND team. Whether they are eligible is for you to decide: nothing has been decided here.`,
    ),
  };
}

function help({ reach, sendiass }: Turn): string {
  const advice =
    sendiass === null
      ? 'You can get free, impartial advice. Ask us who gives it near you.'
      : `You can get free, impartial advice from ${sendiass}.`;
  return `${advice} To ask us anything, contact us: ${reach}`;
}

function paragraphs(...texts: string[]): string {
  return texts.join('\n\n');
}
