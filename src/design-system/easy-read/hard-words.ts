import { askedIn, type Block, type EasyRead, type Line, linesOf, pieces } from './content.ts';

export type HardWord = { word: string; means: readonly string[] };

/* Words we cannot do without, each with its meaning. A page says the meaning where it first uses the word. */
export const HARD_WORDS: readonly HardWord[] = [
  { word: 'advice', means: ['Advice is what people who know the child tell us.'] },
  { word: 'appeal', means: ['To appeal is to ask a judge to change what we decided.'] },
  { word: 'assessment', means: ['An assessment is how we find out what help a child needs.'] },
  { word: 'assess', means: ['To assess is to find out what help a child needs.'] },
  { word: 'caseworker', means: ['A caseworker is the person here who looks after the papers.'] },
  { word: 'code', means: ['A code is some letters and numbers. It lets you in.'] },
  { word: 'complain', means: ['To complain is to tell us that you are not happy.'] },
  { word: 'cookie', means: ['A cookie is a small file. It stays on your phone or computer.'] },
  { word: 'council', means: ['The council runs services where you live.'] },
  { word: 'draft', means: ['A draft is not finished. It can still change.'] },
  { word: 'final', means: ['Final means that it is finished.'] },
  { word: 'law', means: ['The law is rules that everybody must follow.'] },
  { word: 'mediation', means: ['Mediation is a talk with somebody who helps both sides agree.'] },
  { word: 'plan', means: ['A plan is a paper. It says what help a child must get.'] },
  { word: 'privacy', means: ['Privacy is about keeping what you tell us safe.'] },
  { word: 'reference', means: ['A reference is the name for your papers, in letters and numbers.'] },
  { word: 'special educational needs', means: ['This means that somebody needs more help to learn.'] },
  { word: 'tribunal', means: ['A tribunal is a judge and other people who decide.'] },
  { word: 'views', means: ['Your views are what you think and what you want.'] },
];

const PATTERNS = HARD_WORDS.map((hard) => ({ hard, pattern: patternOf(hard.word) }));

/** Where a hard word stands, in any of its forms: draft, drafts. */
export function patternOf(word: string): RegExp {
  return new RegExp(`\\b${word}(s|es|ing|ed)?\\b`, 'i');
}

export type Explained = { block: Block; meanings: readonly HardWord[] };

/**
 * Each block with the meanings it has to give: a hard word is explained in the first block after it is used, once a page,
 * and so is a hard word used to explain one.
 */
export function explain(content: EasyRead): Explained[][] {
  const known = new Set<HardWord>();
  let waiting = hardWordsIn([content.title]);
  return content.sections.map(({ heading, blocks, form }) => {
    waiting = [...waiting, ...hardWordsIn(heading === undefined ? [] : [heading])];
    return blocks.map((block, place) => {
      const last = place === blocks.length - 1 && form !== undefined ? [form.button, form.later ?? ''] : [];
      const used = [...waiting, ...hardWordsIn([...linesOf(block), ...askedIn(block), ...last])];
      waiting = [];
      return { block, meanings: newly(used, known) };
    });
  });
}

function newly(used: readonly HardWord[], known: Set<HardWord>): HardWord[] {
  return used.flatMap((hard) => {
    if (known.has(hard)) return [];
    known.add(hard);
    return [hard, ...newly(hardWordsIn(hard.means), known)];
  });
}

function hardWordsIn(lines: readonly Line[]): HardWord[] {
  const words = lines.flatMap((line) => pieces(line).flatMap((piece) => (piece.ours ? [piece.words] : [])));
  return PATTERNS.filter(({ pattern }) => words.some((text) => pattern.test(text))).map(({ hard }) => hard);
}
