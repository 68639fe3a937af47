import type { FastifyRequest } from 'fastify';
import { leavingOut, type Safely, saidAs } from '../../../platform/notifications/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { ComparedField, Comparison } from './compare.ts';
import { type Piece, sideOf } from './words.ts';

/** A comparison as it may be shown to whoever of the family asks: without how to reach another on the child's file. */
export async function comparedFor(
  request: FastifyRequest,
  services: Services,
  comparison: Comparison,
): Promise<Comparison> {
  const safe = await leavingOut(request, services, [comparison, sidesOf(comparison)]);
  return safe === null ? comparison : comparedWithout(comparison, safe);
}

/** What each field said and says: what is said over several pieces is in none of them by itself. */
export function sidesOf({ changes }: Comparison): string[] {
  return changes.flatMap(({ fields }) => fields.flatMap(({ words }) => sides(words)));
}

/** The same without what may not be said. Where that is over several pieces, the field is shown before and after, whole. */
export function comparedWithout(comparison: Comparison, safe: Safely): Comparison {
  const field = ({ label, words }: ComparedField): ComparedField => {
    const pieces = saidAs(words, safe);
    const [before, after] = sides(pieces);
    if (safe(before) === before && safe(after) === after) return { label: safe(label), words: pieces };
    return {
      label: safe(label),
      words: [
        { how: 'out', text: safe(before) },
        { how: 'in', text: safe(after) },
      ],
    };
  };
  const said = saidAs(comparison, safe);
  const fieldsAt = (at: number) => (comparison.changes[at]?.fields ?? []).map(field);
  return { ...said, changes: said.changes.map((change, at) => ({ ...change, fields: fieldsAt(at) })) };
}

function sides(words: readonly Piece[]): [before: string, after: string] {
  return [sideOf(words, 'out'), sideOf(words, 'in')];
}
