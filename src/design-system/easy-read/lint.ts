import { askedIn, type EasyRead, linesOf, masked } from './content.ts';
import { explain, HARD_WORDS, patternOf } from './hard-words.ts';
import { syllablesIn } from './reading-age.ts';

export type Finding = { rule: string; words: string };

/** What a block comes to once it is on a page: our own words, a name or day from the file standing as `□`. */
export type ShownBlock = {
  picture: string | null;
  lines: readonly string[];
  /** A form’s question and what may be chosen. */
  asked: readonly string[];
  /** How many letters somebody else wrote. */
  quoted: number;
};
export type Shown = { title: string; headings: readonly string[]; blocks: readonly ShownBlock[] };

/* Easy Read’s rules, as far as a machine can check them. People with learning disabilities check the rest. */

const WORDS_IN_A_SENTENCE = 15;
const SENTENCES_IN_A_BLOCK = 4;
const PRINTED_PAGES = 20;

/** What is wrong with an Easy Read page as it is written. */
export function lintContent(content: EasyRead): Finding[] {
  return lintShown(asShown(content));
}

/** What is wrong with an Easy Read page as it is shown. */
export function lintShown({ title, headings, blocks }: Shown): Finding[] {
  const pages = printedPages(blocks);
  return [
    ...lintLine(title),
    ...headings.flatMap(lintLine),
    ...blocks.flatMap(lintBlock),
    ...lintHardWords([title, ...headings], blocks),
    ...(blocks.length === 0 ? [{ rule: 'something to read', words: title }] : []),
    ...(pages > PRINTED_PAGES ? [{ rule: 'at most 20 pages', words: `${title}: ${pages} pages` }] : []),
  ];
}

/** About how many pages it prints on: 7 pictures a page, and what others wrote at 1,800 letters a page. */
export function printedPages(blocks: readonly ShownBlock[]): number {
  const quoted = blocks.reduce((sum, block) => sum + block.quoted, 0);
  return Math.ceil(blocks.length / 7 + quoted / 1800);
}

function lintBlock({ picture, lines, asked }: ShownBlock): Finding[] {
  const words = lines.join(' ');
  const said = lines.filter((line) => !MEANINGS.has(line)).flatMap(sentencesIn);
  return [
    ...(picture === null ? [{ rule: 'a picture', words }] : []),
    ...(said.length === 0 ? [{ rule: 'words beside the picture', words: picture ?? '' }] : []),
    ...(said.length > SENTENCES_IN_A_BLOCK ? [{ rule: 'one idea a block', words }] : []),
    ...[...lines, ...asked].flatMap(lintLine),
  ];
}

const MEANINGS: ReadonlySet<string> = new Set(HARD_WORDS.flatMap(({ means }) => means));

const PARTICIPLES =
  'made|given|sent|written|taken|told|known|seen|done|held|kept|found|shown|put|read|heard|said|built|chosen|brought|drawn|paid|met';
/** They look passive, and are what somebody is or what a thing is called. */
const NOT_PASSIVE =
  /\b(called|allowed|worried|finished|tired|married|interested|needed|used to|closed|locked up|signed in)\b/i;
const PASSIVE = new RegExp(
  `\\b(is|are|was|were|be|been|being|gets?|got)\\s+(not\\s+|now\\s+|also\\s+)?([a-z]{2,}ed|${PARTICIPLES})\\b`,
  'i',
);
const NUMBERS =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|hundred|thousand)\b/i;
const ABBREVIATIONS = /\b[A-Z]{2,}\b|\b(e\.?g|i\.?e|etc|approx|dept|info|max|min|mr|mrs|ms|dr)\b\.?/;
const SHORTENED = /[a-z][’'](t|ll|re|ve|d|m)\b|\b(it|that|what|there|here|who|let)[’']s\b/i;
const SAY_INSTEAD: Readonly<Record<string, string>> = {
  additional: 'more',
  approximately: 'about',
  appropriate: 'right',
  assist: 'help',
  commence: 'start',
  consult: 'ask',
  correspondence: 'letters',
  documentation: 'papers',
  ensure: 'make sure',
  impartial: 'on nobody’s side',
  individual: 'person',
  notify: 'tell',
  obtain: 'get',
  pending: 'waiting',
  practitioner: 'worker',
  prior: 'before',
  provision: 'help',
  pursuant: 'under',
  receive: 'get',
  regarding: 'about',
  representation: 'comment',
  require: 'need',
  setting: 'nursery, school or college',
  statutory: 'by law',
  submit: 'send',
  subsequent: 'next',
  sufficient: 'enough',
  utilise: 'use',
};

/** What is wrong with one line of our own words. */
export function lintLine(line: string): Finding[] {
  const found: Finding[] = [];
  const check = (rule: string, wrong: boolean) => wrong && found.push({ rule, words: line });
  for (const sentence of sentencesIn(line)) {
    check('at most 15 words a sentence', wordsIn(sentence).length > WORDS_IN_A_SENTENCE);
    check('active voice', PASSIVE.test(sentence) && !NOT_PASSIVE.test(sentence));
  }
  check('one idea a block: no brackets or semi-colons', /[;()]/.test(line));
  check('numbers as digits', NUMBERS.test(line));
  check('no abbreviations', ABBREVIATIONS.test(line) || SHORTENED.test(line));
  for (const [word, instead] of Object.entries(SAY_INSTEAD)) {
    check(`a hard word: say ‘${instead}’`, patternOf(word).test(line));
  }
  for (const word of wordsIn(line)) {
    const explained = HARD_WORDS.some((hard) => patternOf(hard.word).test(line) && hard.word.includes(word));
    check(`a long word: ${word}`, syllablesIn(word) > 3 && !KNOWN.has(word) && !explained);
  }
  return found;
}

// Long, and as easy as anything else that could be said.
const KNOWN: ReadonlySet<string> = new Set([
  'anybody',
  'everybody',
  'somebody',
  'information',
  'special',
  'educational',
]);

function lintHardWords(above: readonly string[], blocks: readonly ShownBlock[]): Finding[] {
  return HARD_WORDS.flatMap(({ word, means }) => {
    const pattern = patternOf(word);
    const uses = (lines: readonly string[]) => lines.some((line) => pattern.test(line));
    const first = blocks.find(({ lines, asked }) =>
      uses([...lines.filter((line) => !means.includes(line)), ...asked]),
    );
    if (first === undefined && !uses(above)) return [];
    const explained = blocks.find(({ lines }) => means.every((meaning) => lines.includes(meaning)));
    if (explained === undefined) return [{ rule: 'a hard word explained where it stands', words: word }];
    const late = first !== undefined && blocks.indexOf(explained) > blocks.indexOf(first);
    return late ? [{ rule: 'a hard word explained where it first stands', words: word }] : [];
  });
}

function asShown(content: EasyRead): Shown {
  const blocks = explain(content)
    .flat()
    .map(({ block, meanings }) => ({
      picture: block.picture,
      lines: [...linesOf(block).map(masked), ...meanings.flatMap(({ means }) => means)],
      asked: askedIn(block).map(masked),
      quoted: block.quote?.length ?? 0,
    }));
  return {
    title: masked(content.title),
    headings: content.sections.flatMap(({ heading }) => (heading === undefined ? [] : [masked(heading)])),
    blocks,
  };
}

function sentencesIn(line: string): string[] {
  return line.split(/(?<=[.?!])\s+/).filter((sentence) => sentence.trim() !== '');
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}□][\p{L}\p{N}’'-]*/gu) ?? [];
}
