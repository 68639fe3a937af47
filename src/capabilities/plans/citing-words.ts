import type { Uuid } from '../../shared/uuid.ts';
import { type Citation, keyOfSource, sayCitation, sayPages } from './citing.ts';
import type { PlanContent, Source } from './plan.ts';

/** One source of a statement as staff are shown it, whoever else may know of it. */
export type Cited = {
  /** What a form calls it. */
  key: string;
  words: string;
  /** The report cited, at the first of its pages. */
  documentId: Uuid | null;
  page: number | null;
  /** Withheld from the family: no version of the plan shows it. */
  withheld: boolean;
};

export function citedWords(
  content: PlanContent,
  sources: readonly Source[],
  citations: readonly (Citation & { withheld: boolean })[],
): Cited[] {
  return sources.flatMap((source): Cited[] => {
    const key = keyOfSource(source);
    if ('citationId' in source) {
      const citation = citations.find(({ id }) => id === source.citationId);
      if (citation === undefined) return [];
      const { documentId, pages, withheld } = citation;
      return [{ key, words: sayCitation(citation), documentId, page: pages?.[0] ?? null, withheld }];
    }
    const from = content.advice.find(({ adviceId }) => adviceId === source.adviceId)?.from ?? 'Advice';
    const words = source.page === null ? from : `${from}, ${sayPages([source.page])}`;
    return [{ key, words, documentId: null, page: null, withheld: false }];
  });
}
