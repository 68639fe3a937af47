import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { type Standing, sayWaiting } from '../casework/index.ts';
import { sayNews } from './news.ts';

/* The words of updates. A text message names no child and says nothing of what happened: whoever picks up the telephone
   may read it. An email names the child, as the authority's letters do; and by post there is no link to follow. */

export type Words = { subject: string; body: string };
type By = 'email' | 'text' | 'post';
type About = { authority: string; reach: string; childName: string; link: string };

/** Tells of what happened since the last update, in the order it happened. */
export function somethingChanged(kinds: readonly string[], by: By, about: About): Words {
  if (by === 'text') return textOf('There is news', about);
  const news = sayNews(kinds);
  return {
    subject: 'There is news',
    body: paragraphs([
      `This is about ${about.childName}.`,
      news.length === 1 ? `What is new: ${news[0]}.` : 'What is new:',
      ...(news.length === 1 ? [] : [news.map((one) => `- ${one}.`).join('\n')]),
      ...whereToLook(by, about),
    ]),
  };
}

export type Quiet = {
  since: PlainDate;
  now: string;
  who: string;
  dueOn: PlainDate;
  late: boolean;
  /** Why it is late, a sentence each. */
  why: readonly string[];
  waiting: Standing['waiting'];
  next: string;
  days: number;
};

/** Says that nothing has changed, why, and until when. */
export function nothingChanged(quiet: Quiet, by: By, about: About): Words {
  if (by === 'text') return textOf('Nothing has changed, and we can tell you why', about);
  return {
    subject: 'Nothing has changed, and this is why',
    body: paragraphs([
      `This is about ${about.childName}. You last heard from us on ${sayDate(quiet.since)}. Nothing has changed since then.`,
      `Where things are: ${quiet.now}.`,
      `Who has it: ${quiet.who}.`,
      ...(quiet.waiting.length === 0
        ? []
        : ['What we are waiting for:', quiet.waiting.map((one) => `- ${sayWaiting(one)}.`).join('\n')]),
      quiet.late
        ? `This was due by ${sayDate(quiet.dueOn)}. It is late, and we are sorry. ${quiet.why.join(' ')} You can ask us why, and you can complain.`
        : `It is due by ${sayDate(quiet.dueOn)}.`,
      `What happens next: ${quiet.next}`,
      `If nothing changes, we will write again in ${quiet.days} days.`,
      ...whereToLook(by, about),
    ]),
  };
}

function textOf(news: string, { authority, link }: About): Words {
  return { subject: 'There is news', body: `${news} from ${authority}. To read it, go to ${link}` };
}

function whereToLook(by: By, { reach, link }: About): string[] {
  return [
    ...(by === 'email' ? [`To see where things are, go to ${link}`] : []),
    `To ask us anything, or to hear from us less often or in a different way, contact us: ${reach}`,
  ];
}

function paragraphs(texts: readonly string[]): string {
  return texts.join('\n\n');
}
