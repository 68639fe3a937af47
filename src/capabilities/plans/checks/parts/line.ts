/** The six things a line of provision is asked for, named as a provision names them. */
export const PARTS = ['what', 'who', 'ratio', 'frequency', 'durationEachTime', 'review'] as const;
export type Part = (typeof PARTS)[number];

/** A part a line leaves out; `span` is the words that stand in its place, where there are any. */
export type Missing = { part: Part; span: Span | null };
export type Span = readonly [from: number, to: number];

/** Where words stand in a line; a pattern is made once and never keeps its place between lines. */
export function spanOf(line: string, pattern: RegExp): Span | null {
  const found = pattern.exec(line);
  return found === null ? null : [found.index, found.index + found[0].length];
}

/** The line as patterns read it: one case, one kind of apostrophe and dash, and every character where it was. */
export function plainLine(text: string): string {
  return lowered(text)
    .replaceAll('’', "'")
    .replaceAll(/[–‑—]/g, '-')
    .replaceAll('×', 'x')
    .replaceAll(/[“”]/g, '"');
}

function lowered(text: string): string {
  const whole = text.toLowerCase();
  if (whole.length === text.length) return whole;
  // Some letter is longer in the other case: it stays as it is, so that the rest keep their places.
  return [...text]
    .map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))
    .join('');
}

/** A pattern of whole words out of parts, so that each vocabulary can be read as a list. */
export function words(...parts: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

const UNDER_TWENTY =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';

/** A number in figures or in words, and the articles and halves that stand for one. */
export const NUMBER = `(?:\\d+(?:\\.\\d+)?|an?|(?:${TENS})(?:[ -](?:${UNDER_TWENTY}))?|${UNDER_TWENTY}|half an?|half|an? (?:dozen|couple of))`;
/** A number with its range and its fraction: “two to three”, “five and a half”. */
export const AMOUNT = `${NUMBER}(?:(?: ?- ?| to | or | and )${NUMBER})?(?: and (?:an? |three )?(?:half|quarters?))?`;

const FIGURE = '(?:\\d+(?:\\.\\d+)?|an?|half)';
const SPELT = [
  ...UNDER_TWENTY.split('|').map((word, place) => [word, place + 1] as const),
  ...TENS.split('|').map((word, place) => [word, place * 10 + 20] as const),
];
const VALUES = new Map<string, number>(SPELT);
const IN_WORDS = new RegExp(`\\b(${TENS})[ -](${UNDER_TWENTY})\\b|\\b(${UNDER_TWENTY}|${TENS})\\b`, 'gu');

/** A line with its numbers in figures, so that a pattern need not spell them all; places in it are not those of the line. */
export function inFigures(line: string): string {
  return line.replaceAll(IN_WORDS, (_all, tens: string, unit: string, alone: string) =>
    String(alone === undefined ? value(tens) + value(unit) : value(alone)),
  );
}

function value(word: string): number {
  return VALUES.get(word) ?? 0;
}

/** As `words`, for a line in figures: the parts may spell their numbers all the same. */
export function figures(...parts: readonly string[]): RegExp {
  return words(...parts.map((part) => inFigures(part.replaceAll(NUMBER, FIGURE))));
}

const HOUR = `(?:\\d{1,2}(?:[.:]\\d\\d)?(?: ?[ap]m)?|(?:half past |quarter past |quarter to )?(?:${UNDER_TWENTY}|noon|midday|midnight)(?: o'clock)?)`;
const EXACT = `(?:\\d{1,2}[.:]\\d\\d(?: ?[ap]m)?|\\d{1,2} ?[ap]m|(?:half past|quarter past|quarter to) \\w+|noon|midday)`;
const UNTIL = '(?: ?- ?| to | until | till )';
const MEASURED =
  '(?:minutes?|mins?|hours?|hrs?|pupils?|children|others?|peers?|weeks?|times|students?|learners?)';

/** From one time of day to another, in any of the ways they are written. */
export const CLOCK = [
  `(?:from )?${EXACT}${UNTIL}${HOUR}`,
  `from ${HOUR}${UNTIL}${HOUR}(?! ${MEASURED})`,
  `${HOUR} (?:until|till) ${HOUR}`,
  `${HOUR}${UNTIL}${EXACT}`,
  `between (?:the hours of )?${HOUR} and ${HOUR}(?! ${MEASURED})`,
  `(?:\\w*days?|evenings?|mornings?|afternoons?|at|\\() ?,? ?${HOUR}${UNTIL}${HOUR}(?! ?(?:${MEASURED}|\\d|:))`,
  '(?:9|10|11|12|8)(?: to | until |-)[1-6](?! \\w+)',
].join('|');
