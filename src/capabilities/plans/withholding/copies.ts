import type { Uuid } from '../../../shared/uuid.ts';
import { canonicalJson } from '../changes.ts';
import type { PlanView } from '../rendering/index.ts';
import type { Passage, ReaderClass, Withholding } from './rule.ts';
import { adviceWithout, citationsWithout, contentWithout, saysWords } from './without.ts';

/** A version as one class of reader has it. */
export type Copy = { reader: ReaderClass; view: PlanView };

/** Who may be sent a draft, and who a final plan, other than the family. */
export const CLASSES_OF = {
  draft: ['settings consulted'],
  final: ['settings named', 'commissioning body'],
} as const satisfies Record<'draft' | 'final', readonly ReaderClass[]>;

/** As much of a version as words are looked for in: what it says, its advice, and what it cites. */
export type Said = Pick<PlanView, 'content' | 'appendices' | 'citations'>;

/**
 * A copy for each class that something this version says is withheld from; none for the others, who have the version itself,
 * and none for a class it is held from.
 */
export function copiesOf(
  view: PlanView,
  rules: readonly Withholding[],
  held: readonly ReaderClass[],
): Copy[] {
  const classes: readonly ReaderClass[] = CLASSES_OF[view.version.kind];
  return classes
    .filter((reader) => !held.includes(reader))
    .flatMap((reader): Copy[] => {
      const copy = viewWithout(view, passagesFor(rules, reader));
      return canonicalJson(copy) === canonicalJson(view) ? [] : [{ reader, view: { ...copy, notAll: true } }];
    });
}

export function passagesFor(rules: readonly Withholding[], reader: ReaderClass): Passage[] {
  return rules.filter(({ readers }) => readers.includes(reader));
}

/**
 * The rules whose words this version says nowhere: said otherwise, they would be shown. Not those marked again in other words
 * that hold, nor those somebody read this very version for; `versionId` is null for one that was not sent yet.
 */
export function notFound<Rule extends Withholding>(
  said: Said,
  rules: readonly Rule[],
  versionId: Uuid | null,
): Rule[] {
  const inForce = new Set(rules.map(({ id }) => id));
  return rules.filter(({ words, mends }) => {
    if (words === null || saysWords([said.content, said.appendices, said.citations], words)) return false;
    return !mends.some((mend) =>
      mend.asId === null ? mend.versionId === versionId : inForce.has(mend.asId),
    );
  });
}

/** The classes of reader a version is held from, until what is withheld from them is found in it or they may see it. */
export function heldFrom(
  kind: 'draft' | 'final',
  rules: readonly Pick<Withholding, 'readers'>[],
): ReaderClass[] {
  return CLASSES_OF[kind].filter((reader) => rules.some(({ readers }) => readers.includes(reader)));
}

function viewWithout(view: PlanView, passages: readonly Passage[]): PlanView {
  return {
    ...view,
    content: contentWithout(view.content, passages),
    citations: citationsWithout(view.citations, passages),
    ...(view.appendices === undefined
      ? {}
      : { appendices: adviceWithout(view.appendices, view.content, passages) }),
  };
}
