import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { toClock } from '../../requests/index.ts';
import { amendmentClocks } from './amendment.ts';
import { type AmendmentOnFile, findOpenAmendment, listAmendments } from './store.ts';

/** The clocks of an amendment as a page shows them; none where there is no amendment. */
export function clocksOf(amendment: AmendmentOnFile | null, today: PlainDate) {
  if (amendment === null) return [];
  return amendmentClocks(amendment, amendment.end?.on ?? null).map(({ deadline, doneOn }) => ({
    ...toClock(deadline, []),
    today,
    doneOn,
  }));
}

/** The clocks of a plan's last amendment, as far as this lens shows one. */
export async function amendmentClocksNow(tx: Tx, planId: Uuid, today: PlainDate) {
  return clocksOf((await listAmendments(tx, planId)).at(-1) ?? null, today);
}

/** Whether an amendment of a plan is open, as far as this lens shows one: to a family none is before its notice. */
export async function isBeingAmended(tx: Tx, planId: Uuid): Promise<boolean> {
  return (await findOpenAmendment(tx, planId)) !== null;
}
