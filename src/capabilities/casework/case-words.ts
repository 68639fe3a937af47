import { isUuid } from '../../shared/uuid.ts';
import { NEED_WORDS } from '../children/index.ts';
import { STEP_WORDS, teamOf } from './case.ts';
import type { Filters } from './filters.ts';
import { WAITED_ON_WORDS } from './waits.ts';

/** What filters narrow the list to, each in words; the view apart. */
export function sayNarrowing(
  { whose, step, settingId, waitingOn, flag, need }: Filters,
  names: { worker: string | null; setting: string | null },
): string[] {
  return [
    ...(whose === 'mine' ? ['mine, and those I cover'] : []),
    ...(whose === 'nobody' ? ['nobody’s'] : []),
    ...(isUuid(whose) ? [`cases of ${names.worker ?? 'somebody no longer here'}`] : []),
    ...(teamOf(whose) === null ? [] : [`cases of the team ${names.worker ?? 'that was'}`]),
    ...(flag === null ? [] : [flag === 'child protection plan' ? 'on a child protection plan' : flag]),
    ...(need === null ? [] : [`primary need ${NEED_WORDS[need].toLowerCase()}`]),
    ...(step === null ? [] : [`next, ${STEP_WORDS[step].staff.toLowerCase()}`]),
    ...(waitingOn === null ? [] : [`waiting on ${WAITED_ON_WORDS[waitingOn]}`]),
    ...(settingId === null ? [] : [`at ${names.setting ?? 'a setting no longer on the register'}`]),
  ];
}
