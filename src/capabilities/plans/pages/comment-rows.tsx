import { AsTyped, Tag } from '../../../design-system/index.ts';
import type { Representation } from '../facts.ts';
import { entryRows } from '../remarks/pages/entry-rows.tsx';
import type { Discussion } from '../remarks/remark.ts';
import { ABOUT_WORDS } from '../section-titles.ts';

/** A comment with the line it is about, the suggestion it is part of, and where the draft says it by now. */
export type ShownComment = Representation & {
  line: string | null;
  suggestionId: string | null;
  places: readonly string[];
  discussion: Discussion | undefined;
};

/** A comment and its answer. */
export function commentRows({ about, words, answer, line, places, discussion }: ShownComment) {
  return [
    { key: 'About', value: line === null ? ABOUT_WORDS[about] : `${line}: ${ABOUT_WORDS[about]}` },
    { key: 'Comment', value: <AsTyped>{words}</AsTyped> },
    ...(discussion === undefined ? [] : entryRows(discussion)),
    answer === null && { key: 'Answer', value: <Tag colour="yellow">Not answered yet</Tag> },
    answer !== null &&
      discussion?.following.waitsFor === 'staff' && {
        key: 'Waits for',
        value: <Tag colour="yellow">You: they said more</Tag>,
      },
    places.length > 0 && { key: 'Where the draft says it', value: places.join(', ') },
  ];
}

/** What may be done about it: it is answered, and then answered further. */
export function commentItems(at: string, comment: ShownComment) {
  const more = { href: `${at}/comments/${comment.id}/replies`, text: 'Say more, or settle it' };
  if (comment.answer !== null) return [more];
  return [
    { href: answerHref(at, comment), text: 'Answer' },
    { ...more, text: 'Say more first' },
  ];
}

/** Where it is answered: with the words it suggests, where it suggests any. */
function answerHref(at: string, { id, suggestionId }: ShownComment): string {
  return suggestionId === null ? `${at}/comments/${id}` : `${at}/suggestions/${suggestionId}`;
}
