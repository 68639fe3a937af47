import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { AdviceContent } from './advice.ts';
import { type Paragraph, sayParagraph } from './paragraphs.ts';
import { rowWords } from './row-words.ts';

/** What can be given to whoever is asked for advice: the words of the request, or signed advice. */
export type Copyable = {
  kind: 'request' | 'advice';
  subjectId: Uuid;
  title: string;
  saidBy: string;
  saidOn: PlainDate;
  body: readonly Said[];
  /** The family's own representations and evidence, of which whoever advises is given copies (reg. 6). */
  ofFamily: boolean;
  /** The request for advice it answers, so that its files go with it; null for the request for an assessment. */
  adviceRequestId: Uuid | null;
};
export type Said = { heading: string; words: string };

export type Copy = Omit<Copyable, 'ofFamily' | 'adviceRequestId'> & { givenOn: PlainDate; givenBy: string };

type Request = {
  id: Uuid;
  /** Of 'other', somebody who brought the child to attention: not the child's parent, nor the young person. */
  source: 'parent' | 'young person' | 'school' | 'person in charge' | 'other';
  requesterName: string;
  receivedOn: PlainDate;
  /** What it said of the child, without who and where anybody is. */
  representations: readonly { question: string; answer: string }[];
};
type Signed = {
  id: Uuid;
  adviceRequestId: Uuid;
  paragraph: Paragraph;
  independent: boolean;
  organisation: string | null;
  authorName: string;
  authorRole: string;
  signedOn: PlainDate;
  content: AdviceContent;
};

/** Everything that can be given, the family's own first. An adviser is not given their own advice back. */
export function copyables(request: Request, signed: readonly Signed[], askedId: Uuid | null): Copyable[] {
  // Who that is was told in confidence, and their words are given only where staff choose to.
  const told = request.source === 'other';
  const stated: Copyable = {
    kind: 'request',
    subjectId: request.id,
    title: told ? 'What whoever told us about the child said' : 'What the request for an assessment said',
    saidBy: told ? 'Somebody who told us about the child' : request.requesterName,
    saidOn: request.receivedOn,
    body: request.representations.map(({ question, answer }) => ({ heading: question, words: answer })),
    ofFamily: !told,
    adviceRequestId: null,
  };
  const advice = signed
    .filter(({ adviceRequestId }) => adviceRequestId !== askedId)
    .map(
      (one): Copyable => ({
        kind: 'advice',
        subjectId: one.id,
        title: one.independent ? 'A report the family sent' : sayParagraph(one.paragraph),
        saidBy: [one.authorName, one.authorRole, one.organisation].filter((part) => part !== null).join(', '),
        saidOn: one.signedOn,
        body: saidIn(one.content),
        ofFamily: one.independent || one.paragraph === 'a',
        adviceRequestId: one.adviceRequestId,
      }),
    );
  const all = [...(stated.body.length === 0 ? [] : [stated]), ...advice];
  return [...all.filter(({ ofFamily }) => ofFamily), ...all.filter(({ ofFamily }) => !ofFamily)];
}

/** How one is named in a form. */
export function keyOf({ kind, subjectId }: Pick<Copyable, 'kind' | 'subjectId'>): string {
  return `${kind}:${subjectId}`;
}

/** Which of them are given: those chosen, or where nobody chose, those of the family. None a second time. */
export function chosen(
  all: readonly Copyable[],
  keys: readonly string[] | null,
  given: readonly Pick<Copy, 'kind' | 'subjectId'>[],
): Copyable[] {
  const had = new Set(given.map(keyOf));
  return all.filter(
    (one) => !had.has(keyOf(one)) && (keys === null ? one.ofFamily : keys.includes(keyOf(one))),
  );
}

/** Advice in words, heading by heading. */
function saidIn(content: AdviceContent): Said[] {
  const { statement, rows } = content;
  return [
    ...(statement.notKnown ? [{ heading: 'Known to this service', words: 'No' }] : []),
    ...(statement.text === '' ? [] : [{ heading: 'Statement', words: statement.text }]),
    ...rows.flatMap((row) => rowWords(row).map(({ key, words }) => ({ heading: key, words }))),
  ];
}
