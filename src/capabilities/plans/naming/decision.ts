import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Section39Ground } from '../facts.ts';
import type { SettingType } from '../plan.ts';

/** The only two grounds on which s. 33(2) lets a plan provide for other than mainstream. Suitability and cost are neither. */
export const SECTION_33_GROUNDS = [
  'the wishes of the child’s parent or the young person',
  'the provision of efficient education for others',
] as const;
export type Section33Ground = (typeof SECTION_33_GROUNDS)[number];

/** Why Section I is not mainstream, where s. 33 applies. */
export type NotMainstream =
  | { ground: (typeof SECTION_33_GROUNDS)[0]; said: string }
  | {
      ground: (typeof SECTION_33_GROUNDS)[1];
      reasons: string;
      /** The steps looked for in mainstream settings of the area taken as a whole, and why none is reasonable (s. 33(3)). */
      steps: string;
      /** The same in each mainstream setting that was asked for by name (s. 33(4)); empty where none was. */
      stepsThere: string;
    };

/** What is answered to one of the family who asked for a setting. Nothing, where the plan does what they asked. */
export type AskedAnswer = {
  grounds: readonly { ground: Section39Ground; reasons: string }[];
  /** What was considered before it was not named: its answer, the advice, what the family said. */
  considered: string;
  /** Of a representation, which no ground answers. */
  reasons: string;
  /** When and how a setting was consulted that the register does not hold, or that has neither its copy of the draft nor answered. */
  consulted: string;
  /** Whether it is mainstream, where the register does not tell; null where nobody has said. */
  mainstream: boolean | null;
};

/** What whoever decides on Section I answers, each at its step. */
export type NamingAnswers = {
  /** By the place of who asked among the family, in the order they spoke; one missing answers nothing. */
  asked: readonly AskedAnswer[];
  /** The hash of what the family wanted when it was answered (`wantsHash`); empty where nothing is. */
  over: string;
  /** Whether Section I is mainstream, where neither the register nor the type tells. */
  mainstream: boolean | null;
  notMainstream: NotMainstream | null;
  /** Why it would be inappropriate for the provision to be made in a school or college (s. 61). */
  otherwise: string;
  /** When and by whom a wholly independent setting agreed to admit, where its own answer does not say so. */
  agreed: string;
};

export const NO_ANSWERS: NamingAnswers = {
  asked: [],
  over: '',
  mainstream: null,
  notMainstream: null,
  otherwise: '',
  agreed: '',
};

/** On which provision Section I rests. `kept`: an amendment in which nobody asked for another, and it says what it said. */
export const BASES = ['s. 39(3)', 's. 39(5)', 's. 40(2)', 'kept'] as const;
export type Basis = (typeof BASES)[number];

/** What one of the family asked for, and what came of it. */
export type AskedFor = {
  from: string;
  receivedOn: PlainDate;
  kind: 'request' | 'representation';
  settingId: Uuid | null;
  name: string;
  type: SettingType;
  mainstream: boolean | null;
  followed: boolean;
  /** The day it was last consulted here; null where it was not, or is not on the register. */
  consultedOn: PlainDate | null;
  /** Its copy of the draft had not gone to it when this was decided; absent where it had. */
  copyWaited?: true | undefined;
  consulted: string;
  /** Whether it answered that it could meet the needs; null where it has not answered. */
  canMeetNeeds: boolean | null;
  grounds: AskedAnswer['grounds'];
  considered: string;
  reasons: string;
};

/** A decision on Section I as it was made: what was asked, what was consulted, and each step the law reaches, in its order. */
export type NamingDecision = {
  basis: Basis;
  asked: readonly AskedFor[];
  mainstream: boolean | null;
  notMainstream: NotMainstream | null;
  otherwise: string;
  agreed: string;
};
