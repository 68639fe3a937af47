import { AsTyped, Tag } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import type { Representation } from '../facts.ts';
import { ABOUT_WORDS } from '../section-titles.ts';

/** A comment with the line it is about, the suggestion it is part of, and where the draft says it by now. */
export type ShownComment = Representation & {
  line: string | null;
  suggestionId: string | null;
  places: readonly string[];
};

/** A comment and its answer. */
export function commentRows({ about, words, answer, line, places }: ShownComment) {
  return [
    { key: 'About', value: line === null ? ABOUT_WORDS[about] : `${line}: ${ABOUT_WORDS[about]}` },
    { key: 'Comment', value: <AsTyped>{words}</AsTyped> },
    {
      key: 'Answer',
      value:
        answer === null ? (
          <Tag colour="yellow">Not answered yet</Tag>
        ) : (
          <>
            <strong>{capital(answer.outcome)}</strong>, {sayDate(answer.answeredOn)}
            <br />
            <AsTyped>{answer.reasons}</AsTyped>
          </>
        ),
    },
    places.length > 0 && { key: 'Where the draft says it', value: places.join(', ') },
  ];
}

/** Where it is answered: with the words it suggests, where it suggests any. */
export function answerHref(at: string, { id, suggestionId }: ShownComment): string {
  return suggestionId === null ? `${at}/comments/${id}` : `${at}/suggestions/${suggestionId}`;
}
