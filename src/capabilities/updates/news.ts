import { addDays, dayOfWeek, englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

/**
 * What a family is told of, and how it is said: every kind of event that is news to them. What they did themselves is not,
 * and neither is what changes nothing for them.
 */
export const NEWS: Readonly<Record<string, string>> = {
  'request received': 'We have the request',
  'file opened': 'We have started to look at the request',
  'decided to assess': 'We have decided to carry out an assessment',
  'decided not to assess':
    'We have decided not to carry out an assessment. Our letter says why, and what you can do',
  'advice asked for': 'We have asked somebody for advice',
  'advice signed': 'Advice has come in. You can read it',
  'advice corrected': 'Advice has been corrected. You can read both versions',
  'advice recorded': 'Advice has come in. You can read it',
  'advice refused': 'Somebody we asked has told us that they cannot give advice. You can see who else we ask',
  'request for advice taken back': 'We no longer need advice from somebody we had asked',
  'advice given before put forward':
    'There is advice given before. We would like to know if you think it is enough',
  'question sent back about advice':
    'We have asked somebody about the advice they gave. You can read what we asked',
  'advice given before found enough': 'Somebody has told us that advice given before is enough',
  'advice given before found not enough': 'Somebody has told us that advice given before is not enough',
  'advice not sought again': 'Advice given before is enough. We will not ask for it again',
  'overdue advice escalated': 'Advice we asked for is late. We have told the people in charge there and here',
  'day given for advice':
    'Somebody we asked for advice has told us when it will be ready. You can read the day. The law’s own day has not moved',
  'appointment missed':
    'Somebody we asked for advice has told us of an appointment that was missed. You can write to us about it',
  'missed appointment considered': 'We have looked at an appointment that was missed, and what it changes',
  'lawful exception recorded':
    'There is a reason the law gives for taking longer. We have written down what it is',
  'lawful exception withdrawn': 'A reason we gave for taking longer no longer counts',
  'reason for lateness recorded': 'We have written down why something is late',
  'decided to issue': 'We have decided to make a plan',
  'decided not to issue': 'We have decided not to make a plan. Our letter says why, and what you can do',
  'draft plan served': 'The draft plan is ready for you to read and to say what you think',
  'new draft begun': 'We are writing a new draft of the plan',
  'representation answered': 'We have answered something you said about the draft plan',
  'comment of the family answered further': 'We have said more about something you said about the draft plan',
  'comment of the family settled': 'Something you said about the draft plan is settled. You can read how',
  'meeting held': 'We have written down that the meeting you asked for was held',
  'meeting no longer wanted': 'We have written down that you no longer want the meeting you asked for',
  'tailored list made':
    'We have made a list of nurseries, schools or colleges that may suit. You can read it, add to it or say that you want none',
  'setting consulted': 'We have asked a nursery, school or college about the plan',
  'copy sent to a setting consulted':
    'We have sent a nursery, school or college the draft plan we asked it about',
  'consultation extended':
    'We have given a nursery, school or college more time to answer. The day your plan is due has not moved',
  'consultation withdrawn':
    'We no longer ask one nursery, school or college about the plan. You can read why',
  'consultation answered': 'A nursery, school or college has answered us about the plan',
  'amendment notice sent': 'We propose to change the plan. You can read what, and say what you think',
  'decided not to amend': 'We have decided not to change the plan. Our letter says why, and what you can do',
  'plan issued': 'The final plan is ready',
  'placement recorded':
    'We have written down where the child or young person goes, or that there is no place yet',
  'placement recorded by mistake':
    'A place that we had written down was a mistake. You can see what is right',
  'placement ended': 'We have written down that a place has ended',
  'child admitted':
    'A nursery, school or college has told us that the child or young person has been admitted',
  'setting has not admitted the child':
    'A nursery, school or college has told us why it has not admitted the child or young person',
  'something done about provision':
    'We have done something about help that is not happening. You can read what',
  'asked whether provision is in place':
    'We have asked whether the help in the plan is happening. You can see whom, and answer if it is you',
  'check of provision answered':
    'We have been told whether the help in the plan is happening. You can read it',
  'provision said to be put right':
    'We have said that help that was not happening is put right. You can tell us if it is not',
  'caseworker changed': 'You have a new caseworker',
  'caseworker left':
    'Your caseworker no longer has your case. We are giving it to somebody else. You can see whom to ask until then',
  'caseworker came back': 'Your caseworker has your case again',
  'case covered':
    'Your caseworker is away for a time. You can see who looks after the case until they are back',
  'cover of a case ended early': 'Who looks after your case has changed. You can see who it is now',
  'request withdrawn': 'The request has been taken back. Our letter says what that means',
  'moved out of the area': 'We have ended the request because of a move. Our letter says what that means',
  'request referred to another authority':
    'Another authority is responsible for the request. Our letter says which, and how to reach it',
  'translation of the plan kept': 'A translation of the plan is ready for you to read',
  'document added': 'There is a new document to read',
  'document shown to the family': 'There is a document to read that you could not read before',
  'message to the family': 'We have sent you a message',
  'message needs no answer': 'We have told you why a message of yours needs no answer',
};

/** What happened, each thing once and in the order it happened, in words; a kind that has none any longer is left out. */
export function sayNews(kinds: readonly string[]): string[] {
  return [...new Set(kinds.flatMap((kind) => NEWS[kind] ?? []))];
}

export const HOW_OFTEN = ['each change', 'daily', 'weekly', 'letters only'] as const;
export type HowOften = (typeof HOW_OFTEN)[number];

export function howOftenOf(text: string | undefined): HowOften {
  return HOW_OFTEN.find((one) => one === text) ?? 'each change';
}

/** How long what happens is gathered before it is told of, so that three changes in an hour are one message. */
export const GATHERED_MINUTES = 60;

/**
 * When an update is written about what has been gathered, as somebody chose: now, or at eight in the morning of the next
 * day or the next Monday. Null for never: what the law requires is sent as a letter of its own, whatever they chose.
 */
export function dueAt(howOften: HowOften, now: Date): Date | null {
  const today = englishDay(now);
  switch (howOften) {
    case 'each change':
      return now;
    case 'daily':
      return eightOn(addDays(today, 1));
    case 'weekly':
      return eightOn(addDays(today, 8 - dayOfWeek(today)));
    case 'letters only':
      return null;
  }
}

function eightOn(day: PlainDate): Date {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '08:00' });
  return new Date(at.epochMilliseconds);
}

export const HOW_OFTEN_WORDS = {
  'each change': 'Each time something changes',
  daily: 'At most once a day',
  weekly: 'At most once a week',
  'letters only': 'Only the letters the law says we must send',
} as const satisfies Record<HowOften, string>;

/** What somebody chose: how often they are told, and which way; null for the way their letters come. */
export type Choice = { howOften: HowOften; way: Way | null };

/** What holds while somebody has chosen nothing. */
export const UNCHOSEN: Choice = { howOften: 'each change', way: null };

/** The ways updates may come, beside the way letters do. */
export const WAYS = ['email', 'text', 'post'] as const;
export type Way = (typeof WAYS)[number];

export const WAY_WORDS = {
  email: 'By email',
  text: 'By text. It says that there is news, and not what it is',
  post: 'By letter, in the post',
} as const satisfies Record<Way, string>;

/** Which way somebody chose, as a form has it: `letters` for the way their letters come. */
export function chooseWay(said: string, ways: readonly Way[]): Result<Way | null> {
  if (said === 'letters') return accepted(null);
  const way = ways.find((one) => one === said);
  if (way === undefined)
    return refused('way', 'We cannot write to you that way yet. Select another, or tell us how to reach you');
  return accepted(way);
}
