import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { needOf, type PrimaryNeed } from '../children/index.ts';
import { STEP_WORDS, STEPS, type Step, teamOf, VIEWS, type View, type Whose } from './case.ts';
import { WAITED_ON, type WaitedOn } from './waits.ts';

/** What the list is narrowed to. What was searched for is apart, since it may be a name. */
export type Filters = {
  view: View;
  whose: Whose;
  step: Step | null;
  settingId: Uuid | null;
  waitingOn: WaitedOn | null;
  flag: Flag | null;
  need: PrimaryNeed | null;
};

/** What is so of a child now that a list may be narrowed to. */
export const FLAGS = ['looked after', 'child in need', 'child protection plan'] as const;
export type Flag = (typeof FLAGS)[number];

/** Filters as an address, a form and a saved view have them. */
export type SaidFilters = Readonly<Record<string, string>>;

/** The steps the list may be narrowed to: what is over is a view of its own. */
export const OPEN_STEPS = STEPS.filter((step) => step !== 'plan issued' && step !== 'closed');

/** Filters out of an address or what was kept; whatever is not understood narrows nothing. */
export function readFilters(said: SaidFilters): Filters {
  const { view, whose = '', step, setting = '', waiting, flag, need = '' } = said;
  return {
    view: VIEWS.find((one) => one === view) ?? 'open',
    whose: isWhose(whose) ? whose : 'everybody',
    step: OPEN_STEPS.find((one) => STEP_WORDS[one].api === step) ?? null,
    settingId: isUuid(setting) ? setting : null,
    waitingOn: WAITED_ON.find((one) => one === waiting) ?? null,
    flag: FLAGS.find((one) => one === flag) ?? null,
    need: needOf(need),
  };
}

function isWhose(text: string): boolean {
  return text === 'mine' || text === 'nobody' || isUuid(text) || teamOf(text) !== null;
}

export function sayFilters({ view, whose, step, settingId, waitingOn, flag, need }: Filters): SaidFilters {
  return {
    view,
    ...(whose === 'everybody' ? {} : { whose }),
    ...(step === null ? {} : { step: STEP_WORDS[step].api }),
    ...(settingId === null ? {} : { setting: settingId }),
    ...(waitingOn === null ? {} : { waiting: waitingOn }),
    ...(flag === null ? {} : { flag }),
    ...(need === null ? {} : { need }),
  };
}

/** Whether an address says anything of filters: one that does not shows what stays. */
export function saysFilters(said: SaidFilters): boolean {
  return ['view', 'whose', 'step', 'setting', 'waiting', 'flag', 'need'].some(
    (name) => said[name] !== undefined,
  );
}

/** On whom the cases shown wait; null where they need not wait for anybody. */
export function waitedOn({ view, waitingOn }: Pick<Filters, 'view' | 'waitingOn'>): WaitedOn | null {
  return waitingOn ?? (view === 'waiting' ? 'anybody' : null);
}
