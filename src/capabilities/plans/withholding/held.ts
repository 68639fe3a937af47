import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { ReaderClass } from './rule.ts';

/** An organisation whose copy of a draft, or of a final plan, was held. */
export type Held = {
  versionId: Uuid;
  reader: ReaderClass;
  organisationId: Uuid;
  /** The setting; null for the commissioning body. */
  settingId: Uuid | null;
  name: string;
  /** Why it is asked, or sent the plan. */
  reason: string;
  on: PlainDate;
  by: string;
};

/**
 * One whose copy waits still, of which version: a task of whoever has the case (null where nobody does), due the day it was
 * held, for no provision lets it wait longer.
 */
export type Waiting = Held & {
  kind: 'draft' | 'final';
  number: number;
  dueOn: PlainDate;
  owner: string | null;
};
