import type { PlainDate } from '../../../shared/plain-date.ts';
import type { PlanFacts } from '../facts.ts';
import type { PlanContent } from '../plan.ts';
import { unsentOf } from '../unsent.ts';

export type ChildOnFile = {
  givenNames: string;
  familyName: string;
  preferredName: string | null;
  bornOn: PlainDate;
};

/**
 * Why the draft is not this child's: its birth date or its surname is not the file's. Null where both are, or the draft says
 * neither. A pack about another child goes to nobody.
 */
export function wrongChild(
  { personalDetails }: Pick<PlanContent, 'personalDetails'>,
  { familyName, bornOn }: ChildOnFile,
): string | null {
  const { surname, dateOfBirth } = personalDetails;
  if (dateOfBirth !== bornOn)
    return 'The draft has another date of birth than this child’s file. Put right whichever is wrong, and serve the draft again';
  if (surname.trim() === '' || surname.trim().toLowerCase() === familyName.trim().toLowerCase()) return null;
  return 'The draft has another surname than this child’s file. Put right whichever is wrong, and serve the draft again';
}

/** What whoever sends ought to know of how the draft stands: they are sent it as it was served. Null where nothing has changed. */
export function stale(facts: PlanFacts): string | null {
  switch (unsentOf(facts)) {
    case null:
      return null;
    case 'being written':
      return 'A new draft is being written. What goes is the one that was served, and the next is another consultation';
    case 'changed since it was served':
      return 'The draft has been changed since it was served. What goes is what was served';
  }
}

/** What stands on a pack so that two can be told apart at a glance: the draft, and the first of its hash. */
export function stampOf({ number, contentHash }: { number: number; contentHash: string }): string {
  return `Draft ${number}, ${contentHash.slice(0, 8)}`;
}
