import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { ABOUT, type Stage } from './survey.ts';

/* The words that ask. A text message names no child and says nothing of what happened; by post there is no link to follow. */

export type Words = { subject: string; body: string };
type About = {
  stage: Stage;
  childName: string;
  /** The young person is asked themself. */
  themself: boolean;
  authority: string;
  reach: string;
  link: string;
  closesOn: PlainDate;
};

/** Asks how a stage went, by one way. */
export function howItWent(about: About, by: 'email' | 'text' | 'post'): Words {
  const { stage, childName, themself, authority, reach, link, closesOn } = about;
  const subject = 'How did it go?';
  if (by === 'text') {
    const body = `How did it go? ${authority} would like to know. It takes two minutes, and you do not have to. To answer by ${sayDate(closesOn)}, go to ${link}`;
    return { subject, body };
  }
  const answer =
    by === 'email'
      ? `To answer, go to ${link} and follow ‘Tell us how it went’. You can also tell us: ${reach}`
      : `To answer, tell us by telephone or in a letter, and we write down what you say: ${reach}`;
  return {
    subject,
    body: [
      themself ? 'We would like to know how it went for you.' : `This is about ${childName}.`,
      `Tell us how it went: think of ${ABOUT[stage]}. There are a few short statements, and you say how far you agree. It takes two minutes.`,
      `You do not have to answer. Not answering changes nothing for ${themself ? 'you' : childName}. We do not keep your name with what you answer.`,
      answer,
      `You can answer until ${sayDate(closesOn)}. If you do not want to be asked again, say so there or tell us.`,
    ].join('\n\n'),
  };
}
