import { sayDate } from '../../shared/plain-date.ts';
import type { Forecast, Stretch } from './forecast.ts';

/** What is done at the end of what a stretch counts towards. */
const DONE = {
  'decide whether to assess': 'decide whether to assess',
  assess: 'send the final plan, if there is to be one,',
  'make the plan': 'send the final plan',
  'amend the plan': 'send the amended plan, or tell you why there is none,',
} as const satisfies Record<Stretch, string>;

/** When the family may expect what is due next, always beside the day the law gives. */
export function sayForecast({ stretch, dueOn, probably }: Forecast, late: boolean): string {
  const law = late ? `The law gave us until ${sayDate(dueOn)}.` : `The law gives us until ${sayDate(dueOn)}.`;
  return probably === null
    ? `We cannot say yet when we will ${DONE[stretch]}. Too few cases have got that far in the last year to tell. ${law}`
    : `We expect to ${DONE[stretch]} by ${sayDate(probably.on)}. ${law}`;
}
