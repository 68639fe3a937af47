import type { PlainDate } from '../../../shared/plain-date.ts';
import { toClock } from '../../requests/index.ts';
import { amendmentClocks } from './amendment.ts';
import type { AmendmentOnFile } from './store.ts';

/** The clocks of an amendment as a page shows them; none where there is no amendment. */
export function clocksOf(amendment: AmendmentOnFile | null, today: PlainDate) {
  if (amendment === null) return [];
  return amendmentClocks(amendment, amendment.end?.on ?? null).map(({ deadline, doneOn }) => ({
    ...toClock(deadline, []),
    today,
    doneOn,
  }));
}
