import { getDeadline, type RecordedException, type Variant } from '../../law/index.ts';
import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { type Clock, clocksOf, toClock } from '../requests/index.ts';
import { type Case, isOver, STEP_WORDS } from './case.ts';
import { sayOncePast } from './expected-wait.ts';
import { daysSoFar, type Remaining, remaining } from './forecast.ts';
import type { Limit } from './limits.ts';
import { sinceOf } from './waiting.ts';
import { sayWait, type Wait } from './waits.ts';

/** One thing that is to be done on a case: who has it, since when, by when, and when it will probably be there. */
export type Held = {
  what: string;
  /** Where it is done, where that is a page of its own. */
  href?: string;
  who: string;
  since: PlainDate;
  dueOn: PlainDate | null;
  /** The day they themselves said, and what holds once the law's day has gone by; null and empty where there is none. */
  promisedOn: PlainDate | null;
  oncePast: string;
  probably: Remaining | null;
};

/** How many days others took lately to give what they were asked for; by what it is, and the paragraph of advice. */
export type WaitDurations = ReadonlyMap<string, readonly number[]>;

export function durationKey({ what, paragraph }: Pick<Wait, 'what' | 'paragraph'>): string {
  return `${what} ${paragraph ?? ''}`;
}

type Waiting = {
  waits: readonly Wait[];
  /** What the family wrote and nobody has answered: when, and the day it was promised an answer by. */
  messages: readonly { sentOn: PlainDate; promisedOn: PlainDate }[];
  /** Who covers the caseworker's leave today, and to which day. */
  cover: readonly { cover: string; untilOn: PlainDate }[];
  /** Copies of the plan that wait to be released: whose, since when, and by when. */
  copies: readonly { name: string; on: PlainDate; dueOn: PlainDate }[];
  /** Files that were kept back from somebody, since they say how to reach another, and nothing was done yet. */
  keptBack: readonly { title: string; readerName: string; on: PlainDate; href: string }[];
};

/** Who has each thing that is to be done on a case now: the team first, then everybody who is waited for. */
export function heldOn(
  now: Case,
  { waits, messages, copies, keptBack, cover }: Waiting,
  durations: WaitDurations,
  today: PlainDate,
): Held[] {
  const team = sayTeam(now.caseworker?.name ?? null, cover);
  return [
    ...(isOver(now.step)
      ? []
      : [
          {
            what: STEP_WORDS[now.step].staff,
            who: team,
            since: sinceOf(now),
            dueOn: now.dueOn,
            promisedOn: null,
            oncePast: '',
            probably: null,
          },
        ]),
    ...messages.map(({ sentOn, promisedOn }) => ({
      what: 'Answer the family’s message',
      who: team,
      since: sentOn,
      dueOn: promisedOn,
      promisedOn: null,
      oncePast: '',
      probably: null,
    })),
    ...copies.map(({ name, on, dueOn }) => ({
      what: `Release the copy of the plan that waits for ${name}`,
      who: team,
      since: on,
      dueOn,
      promisedOn: null,
      oncePast: '',
      probably: null,
    })),
    ...keptBack.map(({ title, readerName, on, href }) => ({
      what: `Give ${readerName} a copy of ‘${title}’ that does not say how to reach somebody`,
      href,
      who: team,
      since: on,
      dueOn: null,
      promisedOn: null,
      oncePast: '',
      probably: null,
    })),
    ...waits.map((wait) => ({
      what: sayWait(wait),
      who: wait.organisation ?? wait.who,
      since: wait.since,
      dueOn: wait.dueOn,
      promisedOn: wait.promisedOn,
      oncePast: sayOncePast(wait, today),
      probably: waitOf(wait, durations, today),
    })),
  ];
}

/** How much longer one thing others have to give will probably take; null where fewer than ten tell. */
export function waitOf(wait: Wait, durations: WaitDurations, today: PlainDate): Remaining | null {
  return remaining(durations.get(durationKey(wait)) ?? [], daysSoFar(wait.since, today));
}

function sayTeam(caseworker: string | null, cover: Waiting['cover']): string {
  if (caseworker === null) return 'Nobody: give the case to a caseworker';
  const covers = cover.map(({ cover: name, untilOn }) => `${name} covers to ${sayDate(untilOn)}`);
  return covers.length === 0 ? caseworker : `${caseworker}, away: ${covers.join('; ')}`;
}

/** The rule each thing waited for falls due by; advice and the family's views by the same. */
const RULE_OF = {
  advice: 'T02',
  'family’s views': 'T02',
  'setting’s answer': 'T06',
  'family’s comments': 'T05',
  'answer about advice': null,
  'agreement that advice is enough': null,
} as const satisfies Record<Wait['what'], string | null>;

/** `limit` names one of the authority's own, and `wait` what another has to give by it. */
type CaseClock = Clock & { doneOn: PlainDate | null; limit: Limit | null; wait: Wait | null };

/** Every time limit that runs on a case, with why: the authority's own, and of each thing it waits for. */
export function clocksOn(
  now: Case,
  variant: Variant,
  waits: readonly Wait[],
  exceptions: readonly (RecordedException & { adviceRequestId: string | null })[],
): CaseClock[] {
  const own = exceptions.filter(({ adviceRequestId }) => adviceRequestId === null);
  const { decide, noPlan, finalPlan } = clocksOf(now.receivedOn, own, variant);
  const ended = isOver(now.step);
  const ours = (limit: Limit, clock: Clock, doneOn: PlainDate | null) => ({
    ...clock,
    doneOn,
    limit,
    wait: null,
  });
  return [
    ours('decide whether to assess', decide, now.decidedOn),
    ...(now.assessmentId === null || now.issueDecidedOn !== null || ended
      ? []
      : [ours('notify that there is no plan', noPlan, null)]),
    ...(now.step === 'closed' ? [] : [ours('send the final plan', finalPlan, now.issuedOn)]),
    ...(ended ? [] : waits).flatMap((wait) => {
      const rule = RULE_OF[wait.what];
      if (rule === null) return [];
      const to = exceptions.filter(({ adviceRequestId }) => adviceRequestId === wait.subjectId);
      const clock = toClock(getDeadline(rule, { from: wait.since }), to);
      return [{ ...clock, name: sayWait(wait), doneOn: null, limit: null, wait }];
    }),
  ];
}
