import type { Source } from './question.ts';

/* What an organisation does when it writes of a child: ask, where the law lets it, or bring them to attention. */

/** An organisation as far as that goes: its kind and, of one on the national register, its type there. */
export type AskingOrganisation = { kind: string; type: string | null };

/** What somebody who acts for an organisation may begin. */
export const BEGINNINGS = ['school', 'together', 'attention'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/**
 * Whether it asks in its own right, as a school or post-16 institution (Children and Families Act 2014, s36(1)). A maintained
 * nursery school is a school, and so is alternative provision on the register; another nursery, and a health or care body, brings
 * a child to attention (ss23 and 36(3)), and the same test and time limits follow.
 */
export function asksItself({ kind, type }: AskingOrganisation): boolean {
  switch (kind) {
    case 'school or college':
      return true;
    case 'nursery':
      return type?.toLowerCase() === 'local authority nursery school';
    case 'alternative provision':
      return type !== null;
    default:
      return false;
  }
}

/** What it is offered, in order: writing with a family is for those who teach or look after the child. */
export function beginningsOf(organisation: AskingOrganisation): readonly Beginning[] {
  if (asksItself(organisation)) return BEGINNINGS;
  const teaches = organisation.kind === 'nursery' || organisation.kind === 'alternative provision';
  return teaches ? ['together', 'attention'] : ['attention'];
}

/**
 * What is begun when it says what it is doing. Nobody is turned away: what it cannot ask itself is brought to attention, as is
 * whatever one says that can do nothing else; null where it has not chosen.
 */
export function beginningFor(organisation: AskingOrganisation, said: string | undefined): Source | null {
  if (said === 'together') return 'parent';
  if (said === 'school') return asksItself(organisation) ? 'school' : 'attention';
  const alone = beginningsOf(organisation).length === 1;
  return said === 'attention' || alone ? 'attention' : null;
}
