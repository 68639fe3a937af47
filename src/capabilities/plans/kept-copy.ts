import { accepted, type Result, refused } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';

/** What somebody typed into one form of a draft and has not saved: theirs alone to read. */
export type KeptCopy = { form: string; fields: Readonly<Record<string, string>>; savedAt: Date };

/** Somebody who has a form open to write in it. */
export type Writer = { by: string; since: Date };

/** How long somebody who opened a form, or typed in it, is shown to others as writing there. */
export const WRITING_MINUTES = 15;

/** What a form sends beside what is typed in it. */
const NOT_TYPED = new Set(['version', 'kind', 'row', 'about', 'how', 'from']);

const MOST_FIELDS = 60;
const LONGEST = 100_000;

/** The fields as they are kept. What belongs to one sending of the form is left out. Refuses more than any form here holds. */
export function copyOf(fields: Readonly<Record<string, string>>): Result<Record<string, string>> {
  const { idempotencyKey: _, later: __, ...kept } = fields;
  const length = Object.entries(kept).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  if (Object.keys(kept).length > MOST_FIELDS || length > LONGEST)
    return refused('fields', 'This is too long to keep');
  return accepted(kept);
}

/** Whether a copy has anything the form as it is saved has not. */
export function isWorthOffering(copy: KeptCopy, saved: Readonly<Record<string, string>>): boolean {
  return Object.entries(copy.fields).some(
    ([name, text]) => !NOT_TYPED.has(name) && text.trim() !== (saved[name] ?? '').trim(),
  );
}

/** What somebody says about a draft, by its place under the plan and the row it is about. */
export function formAbout(path: string, row: string | undefined): string {
  return row !== undefined && isUuid(row) ? `/${path}/${row}` : `/${path}`;
}
