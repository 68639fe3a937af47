import type { Typed } from '../../../platform/http/forms.ts';
import { SECTION_39_GROUNDS } from '../facts.ts';
import { FIELD } from './answering.ts';
import { type AskedAnswer, type NamingAnswers, type NotMainstream, SECTION_33_GROUNDS } from './decision.ts';

/** How many of a family one decision answers. */
export const MOST_ASKED = 10;

/** What the form of the decision answers at each step. Grounds are numbers, and no number stands for another ground. */
export function readNaming(typed: Typed): NamingAnswers {
  const text = (name: string) => typed[name] ?? '';
  const places = Array.from({ length: MOST_ASKED }, (_, place) => place + 1);
  return {
    asked: places.map((n) => readAsked(typed, n)),
    over: text('over'),
    mainstream: yesNo(typed['mainstream']),
    notMainstream: readNotMainstream(typed),
    otherwise: text('otherwise'),
    agreed: text('agreed'),
  };
}

function readAsked(typed: Typed, n: number): AskedAnswer {
  const text = (name: string) => typed[name] ?? '';
  const chosen = text(FIELD.grounds(n)).split(',');
  return {
    grounds: SECTION_39_GROUNDS.flatMap((ground, place) =>
      chosen.includes(String(place + 1)) ? [{ ground, reasons: text(FIELD.ground(n, place)) }] : [],
    ),
    considered: text(FIELD.considered(n)),
    reasons: text(FIELD.reasons(n)),
    consulted: text(FIELD.consulted(n)),
    mainstream: yesNo(typed[FIELD.mainstream(n)]),
  };
}

function readNotMainstream(typed: Typed): NotMainstream | null {
  const [wishes, others] = SECTION_33_GROUNDS;
  switch (typed['notMainstream']) {
    case '1':
      return { ground: wishes, said: typed['wishesSaid'] ?? '' };
    case '2':
      return {
        ground: others,
        reasons: typed['othersReasons'] ?? '',
        steps: typed['othersSteps'] ?? '',
        stepsThere: typed['othersStepsThere'] ?? '',
      };
    default:
      return null;
  }
}

function yesNo(text: string | undefined): boolean | null {
  if (text === 'yes') return true;
  return text === 'no' ? false : null;
}
