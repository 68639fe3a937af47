import { accepted, type Result, refused } from '../../shared/result.ts';

/** What a paper is, as whoever sends it says. */
export const KINDS = {
  report: 'A report or advice',
  letter: 'A letter or email',
  recording: 'A photo, drawing or recording',
  other: 'Something else',
} as const;
export type Kind = keyof typeof KINDS;

export type Waiting = { id: string; photograph: boolean; whole: boolean };

/** What the form says is to be added: each file by itself, or all as the pages of one. */
export type Adding = { ids: readonly string[]; join: boolean };

const GONE =
  'These files are no longer waiting: they were added, removed, or sent more than a day ago. Choose them again';

/** Which of the files that wait are added, in their order; refuses none, some that are gone, and pages that are no photographs. */
export function chooseFiles<W extends Waiting>({ ids, join }: Adding, waiting: readonly W[]): Result<W[]> {
  if (ids.length === 0) return refused('files', 'Choose a file, then select ‘Send files’');
  const chosen = waiting.filter(({ id }) => ids.includes(id));
  if (chosen.length !== ids.length) return refused('files', GONE);
  if (chosen.some(({ whole }) => !whole)) return refused('files', 'Wait until every file has been sent');
  if (!join) return accepted(chosen);
  if (chosen.length < 2) return refused('join', 'Send more photos, or do not join them');
  return chosen.every(({ photograph }) => photograph)
    ? accepted(chosen)
    : refused('join', 'Only photos can be joined. Remove the other files and send them by themselves');
}
