import { canonicalJson } from '../changes.ts';
import type { PlanView } from '../rendering/index.ts';
import type { Passage, ReaderClass, Withholding } from './rule.ts';
import { contentWithout, passagesInAdvice, saysWords, textWithout } from './without.ts';

/** A version as one class of reader has it. */
export type Copy = { reader: ReaderClass; view: PlanView };

/** Who may be sent a draft, and who a final plan, other than the family. */
export const CLASSES_OF = {
  draft: ['settings consulted'],
  final: ['settings named', 'commissioning body'],
} as const satisfies Record<'draft' | 'final', readonly ReaderClass[]>;

/** A copy for each class that something this version says is withheld from; none for the others, who have the version itself. */
export function copiesOf(view: PlanView, rules: readonly Withholding[]): Copy[] {
  return CLASSES_OF[view.version.kind].flatMap((reader): Copy[] => {
    const copy = viewWithout(view, passagesFor(rules, reader));
    return canonicalJson(copy) === canonicalJson(view) ? [] : [{ reader, view: { ...copy, notAll: true } }];
  });
}

export function passagesFor(rules: readonly Withholding[], reader: ReaderClass): Passage[] {
  return rules.filter(({ readers }) => readers.includes(reader));
}

/** Words to be withheld that neither the plan nor its papers say any longer: said otherwise, they would be shown. */
export function wordsNotFound(view: PlanView, rules: readonly Withholding[]): string[] {
  const classes: readonly ReaderClass[] = CLASSES_OF[view.version.kind];
  return rules
    .filter(({ readers }) => readers.some((reader) => classes.includes(reader)))
    .flatMap(({ words }) =>
      words === null || saysWords([view.content, view.appendices, view.citations], words) ? [] : [words],
    );
}

function viewWithout(view: PlanView, passages: readonly Passage[]): PlanView {
  return {
    ...view,
    content: contentWithout(view.content, passages),
    citations: textWithout(view.citations, passages),
    ...(view.appendices === undefined
      ? {}
      : { appendices: textWithout(view.appendices, passagesInAdvice(view.content, passages)) }),
  };
}
