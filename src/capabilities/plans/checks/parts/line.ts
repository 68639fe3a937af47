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
  return [...text]
    .map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))
    .join('')
    .replaceAll('’', "'")
    .replaceAll(/[–‑—]/g, '-')
    .replaceAll(/[“”]/g, '"');
}

/** A pattern of whole words out of parts, so that each vocabulary can be read as a list. */
export function words(...parts: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

/** From one time of day to another, in any of the ways they are written. */
export const CLOCK =
  '(?:from )?(?:\\d{1,2}[.:]\\d\\d(?: ?[ap]m)?|\\d{1,2} ?[ap]m|(?:half past|quarter past|quarter to) \\w+|noon|midday) ?(?:to|until|till|-) ?(?:\\d{1,2}(?:[.:]\\d\\d)?(?: ?[ap]m)?|(?:half past |quarter past |quarter to )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday))|\\d{1,2} (?:to|until|-) \\d{1,2}[.:]\\d\\d|(?:9|10|11|12|8) (?:to|until|-) [1-6](?! \\w+)';

export const NUMBER =
  '(?:\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[ -]\\w+)?|forty(?:[ -]five)?|fifty|sixty|seventy|eighty|ninety|half an?|half)';
