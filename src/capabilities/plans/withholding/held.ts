import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { ReaderClass } from './rule.ts';

/** An organisation that was to be asked about a draft, or sent a final plan, and was not. */
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

/** One that waits still, and for which version. */
export type Waiting = Held & { kind: 'draft' | 'final'; number: number };
