import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Strength } from '../children/index.ts';

/** What staff say of whose file a request is on: a file already open, or null for a child who is not on file. */
export type FileForm = { file: Uuid | null; reason: string; contactCheck: string };

/** What is recorded: with whom it was put, how strongly they matched, and why. */
export type Settled = FileForm & {
  settled: 'the same child' | 'a different child';
  strength: Strength | null;
  candidates: number;
};

type Likely = { id: Uuid; match: { strength: Strength } };

/** What a person must still find out, where names and a birth date are all that a child on file shares. */
const NEEDS_MORE: Partial<Record<Strength, string>> = {
  'name and birth date':
    'Enter what else shows that this is the same child: a name and a birth date are never enough',
  'may be a twin': 'Enter how you know that this is not a twin, brother or sister',
};

/**
 * Settles whose file a request is on: for a person to say, with why. Refuses no reason; and, as the same child, one who
 * does not match at all. It is no condition of receiving the request, and no clock waits for it.
 */
export function settle(form: FileForm, likely: readonly Likely[]): Result<Settled> {
  const candidates = likely.length;
  if (form.file === null) {
    if (form.reason === '') return refused('reason', 'Enter how you know that this is a different child');
    return accepted({ ...form, settled: 'a different child', strength: null, candidates });
  }
  const chosen = likely.find(({ id }) => id === form.file);
  if (chosen === undefined)
    return refused('file', 'Select one of the children shown. The list may have changed since you saw it');
  const { strength } = chosen.match;
  if (form.reason === '')
    return refused('reason', NEEDS_MORE[strength] ?? 'Enter how you know that this is the same child');
  return accepted({ ...form, settled: 'the same child', strength, candidates });
}
