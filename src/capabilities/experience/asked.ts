import { isThemself, type Rights } from '../rights/index.ts';
import type { Kind, Stage } from './survey.ts';

/** Whose decision each stage is about: what its letters go by. */
export const DECISION_OF = {
  deciding: 'asking for an assessment',
  assessing: 'taking part in the assessment',
  planning: 'the plan and its setting',
  placing: 'the plan and its setting',
} as const satisfies Partial<Record<Stage, string>>;

type OnFile = { id: string; relationship: string; restricted: boolean };

/**
 * Who is asked how a stage went, of those who may be told of it: everybody; but once a young person holds the rights and decides
 * for themself, they alone, where they can be reached. Whoever contact is restricted with is never asked.
 */
export function whoIsAsked<C extends OnFile>(
  { acts }: Pick<Rights, 'acts'>,
  told: readonly C[],
): { contact: C; kind: Extract<Kind, 'family' | 'young person'> }[] {
  const reached = told
    .filter(({ restricted }) => !restricted)
    .map((contact) => ({ contact, kind: isThemself(contact) ? 'young person' : 'family' }) as const);
  const themself = reached.filter(({ kind }) => kind === 'young person');
  return acts === 'young person' && themself.length > 0 ? themself : reached;
}
