import { CITES, type PlanRefusal, refuse } from '../citations.ts';
import { SECTION_39_GROUNDS } from '../facts.ts';
import type { AskedAnswer, AskedFor } from './decision.ts';

export function empty(): AskedAnswer {
  return { grounds: [], considered: '', reasons: '', consulted: '', mainstream: null };
}

/** The field of a form that answers the `n`th of the family who asked for a setting, from 1. */
export const FIELD = {
  grounds: (n: number) => `grounds-${n}`,
  ground: (n: number, place: number) => `ground-${n}-${place + 1}`,
  considered: (n: number) => `considered-${n}`,
  reasons: (n: number) => `reasons-${n}`,
  consulted: (n: number) => `consulted-${n}`,
  mainstream: (n: number) => `mainstream-${n}`,
} as const;

/**
 * Why the answer to one of the family may not stand. What is followed is answered by the plan itself. A request not followed
 * was consulted on, and has a ground in s. 39(4), the reasons for each, and what was considered; a representation has reasons.
 */
export function answerRefusal(one: AskedFor, n: number): PlanRefusal | null {
  const { followed, kind, grounds, reasons, name } = one;
  if (followed) {
    if (grounds.length === 0 && reasons === '') return null;
    const message = `The plan names ${name}. Take out the reasons for not doing so`;
    return refuse(kind === 'request' ? FIELD.grounds(n) : FIELD.reasons(n), message, CITES.preferenceGrounds);
  }
  return kind === 'request' ? requestRefusal(one, n) : representationRefusal(one, n);
}

function requestRefusal({ name, settingId, ...one }: AskedFor, n: number): PlanRefusal | null {
  if (settingId !== null && one.consultedOn === null) {
    return refuse('sectionI', `Consult ${name} before it is refused`, CITES.consultBeforeNaming);
  }
  if (settingId === null && one.consulted === '') {
    const message = `Enter when and how ${name} was consulted. The register does not hold it`;
    return refuse(FIELD.consulted(n), message, CITES.consultBeforeNaming);
  }
  // The state of a copy stops no decision; that a request is refused all the same says how the setting had its say.
  if (one.copyWaited === true && one.canMeetNeeds === null && one.consulted === '') {
    const message = `Enter how ${name} was consulted. Its copy of the draft has not gone, and it has not answered`;
    return refuse(FIELD.consulted(n), message, CITES.consultBeforeNaming);
  }
  if (one.grounds.length === 0) {
    return refuse(FIELD.grounds(n), `Choose the ground for not naming ${name}`, CITES.preferenceGrounds);
  }
  const bare = one.grounds.find(({ reasons }) => reasons === '');
  if (bare !== undefined) {
    const message = `Enter the reasons that ${name} would be ${bare.ground}`;
    return refuse(FIELD.ground(n, SECTION_39_GROUNDS.indexOf(bare.ground)), message, CITES.preferenceGrounds);
  }
  if (one.considered !== '') return null;
  return refuse(
    FIELD.considered(n),
    `Enter what was considered before ${name} was not named`,
    CITES.preferenceGrounds,
  );
}

function representationRefusal({ name, grounds, reasons }: AskedFor, n: number): PlanRefusal | null {
  if (grounds.length > 0) {
    const message = 'The grounds in section 39(4) answer a request under section 38(3). Give reasons alone';
    return refuse(FIELD.grounds(n), message, CITES.wishes);
  }
  if (reasons !== '') return null;
  return refuse(FIELD.reasons(n), `Enter the reasons for not naming ${name}`, CITES.wishes);
}
