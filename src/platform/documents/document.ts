import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

export type Document = {
  authorityId: number;
  id: Uuid;
  childId: Uuid | null;
  draftId: Uuid | null;
  /** What it is on the file: `evidence`, `advice`, `final plan`. */
  kind: string;
  title: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
  uploadedAt: Date;
  uploadedByName: string | null;
  /** The account, tracker session or draft that sent it. */
  uploadedBy: Uuid | null;
  /** Drawn by the service itself, and never scanned. */
  madeHere: boolean;
  writtenBy: string | null;
  writtenOn: PlainDate | null;
  /** The scanner's answer; null while there is none. */
  scanPassed: boolean | null;
  withheldFromFamily: boolean;
};

/** Where a received file belongs: on a child's file, or with a request a visitor is still writing. */
export type NewDocument = {
  kind: string;
  title?: string;
  madeHere?: true;
  /** The family may read it, and is not told that it came: it says nothing they have not been sent. */
  untold?: true;
  /** Who wrote it and the day on it, as the sender says. */
  writtenBy?: string | null;
  writtenOn?: PlainDate | null;
  /** Withheld from the family from the first, and why: nothing the family reads says that it came. */
  withheld?: string;
} & ({ childId: Uuid; draftId?: never } | { draftId: Uuid; childId?: never });
