import { isBefore, type PlainDate } from '../../../shared/plain-date.ts';
import { accepted } from '../../../shared/result.ts';
import { canonicalJson } from '../changes.ts';
import { CITES, type PlanRefusal, type PlanResult, refuse } from '../citations.ts';
import type { PlanFacts } from '../facts.ts';
import { isSame, placementRefusal } from '../placement.ts';
import type { Placement } from '../plan.ts';
import { answerRefusal, empty } from './answering.ts';
import type { AskedFor, Basis, NamingAnswers, NamingDecision, NotMainstream } from './decision.ts';
import { isMainstream, isMainstreamSetting, type Mainstream } from './mainstream.ts';
import { wantsHash, wantsOf } from './wants.ts';

export type Naming = {
  placement: Placement;
  answers: NamingAnswers;
  issuedOn: PlainDate;
  /** What the register says of the settings asked for and named. */
  register: Mainstream;
};

type Facts = Pick<PlanFacts, 'preference' | 'otherPreferences' | 'consulted' | 'inForce'>;

/**
 * The decision on Section I, taken in the law's order: who asked for what (s. 38), who was consulted (s. 39(2), s. 40(3)), the
 * answer to each request (s. 39(3) and (4)), what Section I then rests on (s. 39(5), s. 40(2)), and, only there, whether it
 * may be other than mainstream (s. 33). Refuses at the first step that is not satisfied, and an answer at a step that the
 * law does not reach: so that nothing is saved out of its order.
 */
export function decideNaming(facts: Facts, naming: Naming): PlanResult<NamingDecision> {
  const { placement, answers, issuedOn, register } = naming;
  const asked = askedFor(facts, naming);
  const basis = basisOf(facts, placement, asked);
  const mainstream =
    placement.kind === 'otherwise than in a school'
      ? null
      : isMainstream(placement, register, answers.mainstream);
  const notMainstream = answers.notMainstream ?? wishesFollowed(asked, placement);
  const decision = {
    basis,
    asked,
    mainstream,
    notMainstream: null,
    otherwise: answers.otherwise,
    agreed: answers.agreed,
  };
  const before =
    overRefusal(facts, answers) ??
    placementRefusal(placement, facts, issuedOn) ??
    first(asked.map((one, place) => answerRefusal(one, place + 1))) ??
    agreedRefusal(facts, placement, answers.agreed) ??
    otherwiseRefusal(placement, answers.otherwise);
  if (before !== null) return before;
  if (!reachesSection33(basis, placement) || mainstream === true) {
    if (answers.notMainstream === null) return accepted(decision);
    return refuse('notMainstream', whyNotReached(basis, mainstream), CITES.mainstream);
  }
  const refusal = mainstreamRefusal(decision, answers, notMainstream);
  return refusal ?? accepted({ ...decision, notMainstream });
}

/** Whether s. 33 is reached at all: in a case within s. 39(5) or s. 40(2), of a child to be educated in a school or college. */
export function reachesSection33(basis: Basis, placement: Placement): boolean {
  return (basis === 's. 39(5)' || basis === 's. 40(2)') && placement.kind !== 'otherwise than in a school';
}

function askedFor(facts: Facts, { placement, answers, issuedOn, register }: Naming): AskedFor[] {
  return wantsOf(facts).map((want, place) => {
    const answer = answers.asked[place] ?? empty();
    const { settingId, name, type } = want.setting;
    const times = facts.consulted.filter(
      (one) => settingId !== null && one.settingId === settingId && !isBefore(issuedOn, one.on),
    );
    return {
      ...{ from: want.from, receivedOn: want.receivedOn, kind: want.kind, settingId, name, type },
      mainstream: isMainstreamSetting(want.setting, register) ?? answer.mainstream,
      followed: placement.kind === 'named' && placement.settings.some((one) => isSame(one, want.setting)),
      consultedOn: times.at(-1)?.on ?? null,
      ...(times.length > 0 && times.every(({ copySentOn }) => copySentOn === null)
        ? { copyWaited: true }
        : {}),
      consulted: answer.consulted,
      canMeetNeeds: times.findLast((one) => one.canMeetNeeds != null)?.canMeetNeeds ?? null,
      grounds: answer.grounds,
      considered: answer.considered,
      reasons: answer.reasons,
    };
  });
}

function basisOf({ inForce }: Facts, placement: Placement, asked: readonly AskedFor[]): Basis {
  const requests = asked.filter(({ kind }) => kind === 'request');
  if (requests.some(({ followed }) => followed)) return 's. 39(3)';
  if (requests.length > 0) return 's. 39(5)';
  const same = inForce !== null && canonicalJson(inForce.content.sectionI) === canonicalJson(placement);
  return same && asked.length === 0 ? 'kept' : 's. 40(2)';
}

function overRefusal(facts: Facts, { asked, over }: NamingAnswers): PlanRefusal | null {
  const wants = wantsOf(facts);
  const answered = asked.some((one) => canonicalJson(one) !== canonicalJson(empty()));
  if (!answered && over === '') return null;
  if (over === wantsHash(wants)) return null;
  const message = 'The family has said something else since you opened this page. Read it, then answer it';
  return refuse('sectionI', message, CITES.requestMade);
}

/** A wholly independent setting has no duty to admit (s. 43 does not reach it): it says that it would. */
function agreedRefusal(
  { consulted, inForce }: Facts,
  placement: Placement,
  agreed: string,
): PlanRefusal | null {
  const named = placement.kind === 'named' ? placement.settings : [];
  const already = inForce?.content.sectionI.kind === 'named' ? inForce.content.sectionI.settings : [];
  const waiting = named.find(
    ({ settingId, type }) =>
      isWhollyIndependent(type) &&
      agreed === '' &&
      !already.some((one) => one.settingId === settingId) &&
      consulted.findLast((one) => one.settingId === settingId && one.canMeetNeeds != null)?.canMeetNeeds !==
        true,
  );
  if (waiting === undefined) return null;
  const message = `Enter who at ${waiting.name} agreed to admit, and when. It is wholly independent, and need not`;
  return refuse('agreed', message, CITES.wishes);
}

export function isWhollyIndependent(type: string): boolean {
  return type.endsWith('not approved under section 41');
}

function otherwiseRefusal({ kind }: Placement, otherwise: string): PlanRefusal | null {
  if ((kind === 'otherwise than in a school') === (otherwise !== '')) return null;
  return otherwise === ''
    ? refuse(
        'otherwise',
        'Enter why it would be inappropriate for the provision to be made in a school or college',
        CITES.otherwise,
      )
    : refuse('otherwise', 'Take this out: Section I gives a school, college or type', CITES.otherwise);
}

/** Where the plan names what the family asked for and none of them wants mainstream, their own asking is what they wish. */
function wishesFollowed(asked: readonly AskedFor[], placement: Placement): NotMainstream | null {
  const followed = asked.filter(({ followed }) => followed);
  if (placement.kind !== 'named' || followed.length === 0 || wantsMainstream(asked)) return null;
  const said = followed.map(({ from, name }) => `${from} asked for ${name}`).join('. ');
  return { ground: 'the wishes of the child’s parent or the young person', said };
}

/** Whether anybody may be asking for mainstream: one nobody can tell of is taken to be. */
function wantsMainstream(asked: readonly AskedFor[]): boolean {
  return asked.some(({ mainstream }) => mainstream !== false);
}

function mainstreamRefusal(
  { asked, mainstream }: Pick<NamingDecision, 'asked' | 'mainstream'>,
  answers: NamingAnswers,
  given: NotMainstream | null,
): PlanRefusal | null {
  if (mainstream === null && answers.mainstream === null) {
    return refuse('mainstream', 'Select whether what Section I gives is mainstream', CITES.mainstream);
  }
  if (given === null) {
    const message = 'Section I is not mainstream. Select which of the two grounds in section 33 applies';
    return refuse('notMainstream', message, CITES.mainstream);
  }
  if (given.ground === 'the wishes of the child’s parent or the young person') {
    if (wantsMainstream(asked)) {
      const message =
        'The family asked for a mainstream setting, so mainstream is not incompatible with what they want. Select the other ground, or name a mainstream setting';
      return refuse('notMainstream', message, CITES.mainstream);
    }
    if (given.said !== '') return null;
    return refuse(
      'wishesSaid',
      'Enter what they said about mainstream, who said it and when',
      CITES.mainstream,
    );
  }
  if (given.reasons === '') {
    const message = 'Enter why it would be incompatible with the efficient education of others';
    return refuse('othersReasons', message, CITES.mainstream);
  }
  if (given.steps === '') {
    const message =
      'Enter the steps that were considered in mainstream settings of the area, and why none of them is reasonable';
    return refuse('othersSteps', message, CITES.mainstream);
  }
  const there = asked.find(({ kind, mainstream }) => kind === 'request' && mainstream !== false);
  if (there === undefined || given.stepsThere !== '') return null;
  const message = `Enter the steps that were considered at ${there.name}, and why none of them is reasonable`;
  return refuse('othersStepsThere', message, CITES.mainstream);
}

function whyNotReached(basis: Basis, mainstream: boolean | null): string {
  if (mainstream === true) return 'Section I is mainstream. Select that no ground in section 33 is needed';
  if (basis === 's. 39(3)')
    return 'The plan names what was asked for, so section 33 is not reached. Select that no ground is needed';
  return 'Section 33 is not reached here. Select that no ground is needed';
}

function first(refusals: readonly (PlanRefusal | null)[]): PlanRefusal | null {
  return refusals.find((one) => one !== null) ?? null;
}
