import type { AreaName } from '../plan.ts';

export const LETTERS = [
  'A',
  'A1',
  'A2',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'H1',
  'H2',
  'I',
  'J',
  'K',
] as const;
export type Letter = (typeof LETTERS)[number];

/** What a heading says comes after it. Some sections stand together under one: B, F and E in one table. */
export type Heading = { letters: readonly Letter[]; area: AreaName | null };

/** What a section may be called, so that a heading is known without its letter, and a letter alone is not taken for one. */
const TITLES: Readonly<Record<Letter, RegExp>> = {
  A: /views|interests|aspirations|all about me|about me/,
  A1: /summary of history|history|background|family circumstances/,
  A2: /views|interests|aspirations/,
  B: /special educational needs?\b(?!.*(provision|setting|coordinator))/,
  C: /health(care| care)?( and (mental|wellbeing))? needs?\b/,
  D: /social care needs?\b/,
  E: /outcomes?\b/,
  F: /special educational (needs )?provision|educational provision/,
  G: /health(care| care)? provision/,
  H: /social care provision|social care support/,
  H1: /chronically sick|section 2 of the|under 18|csdpa|social care provision/,
  H2: /any other social care|other social care|social care provision/,
  I: /placement|educational (setting|placement)|(school|setting|institution) (named|to be attended|attended)|name (and|&) type/,
  J: /direct payments?|personal budgets?/,
  K: /advice|appendic|information gathered|evidence gathered|reports/,
};

const AREA_NAMES: readonly (readonly [RegExp, AreaName])[] = [
  [
    /^(speech,? language,? (and )?)?communication (and|&|\/) (interaction|language)( needs?)?$|^communication$/,
    'communication and interaction',
  ],
  [/^cognition (and|&|\/) learning( needs?)?$|^cognition$|^learning$/, 'cognition and learning'],
  [
    /^social,? (and )?emotional,? (and|&) mental health( needs?| difficulties)?$|^semh( needs?)?$|^social,? emotional,? mental health$|^social, emotional and mental health \(semh\)$/,
    'social, emotional and mental health',
  ],
  [
    /^(sensory|physical)( (and|&|\/|and\/or|or) ?(sensory|physical))?( needs?| development| difficulties)?$|^sensory( and\/or | ?\/ ?)physical.*$/,
    'sensory and/or physical',
  ],
  [/^health(care| care)?( needs?)?$/, 'health'],
  [/^social care( needs?)?$/, 'social care'],
];

/** The area a line names, where it names one and says nothing else; `ends` where one may stand at its end. */
export function areaNamed(line: string): AreaName | null {
  const plain = folded(line)
    .replace(
      /^(area of need|area|needs? (in|for|related to)|outcomes? (for|in)|provision (for|in))\s*[:-]?\s*/,
      '',
    )
    .replace(/^\(?[ivx\d]{1,3}[.)]\s*/, '')
    .replace(/\s*\((semh|slcn|c&i|c&l|si|pd)\)\s*$/, '');
  return AREA_NAMES.find(([like]) => like.test(plain))?.[1] ?? null;
}

// The letters, alone or together: `B`, `H1`, `B, E and F`, `B/F/E`, `C & G`.
const ONE = '(?:A1|A2|H ?\\(?1\\)?|H ?\\(?2\\)?|[A-K])';
const SOME = new RegExp(
  `^(?:(section|sections|part)\\s+)?(${ONE}(?:\\s*(?:,|/|&|\\+|and|-)\\s*(?:and\\s+)?(?:sections?\\s+)?${ONE}(?![a-z]))*)(?![a-z0-9])\\s*([:.)\\-]?)\\s*(.*)$`,
  'is',
);

/**
 * What a line that is set as a heading, or begins as one, says comes next; null where it is no heading of a plan. `styled`:
 * it is a heading by its style, or bold; only then is a title known without its letter.
 */
export function headingOf(line: string, styled: boolean): Heading | null {
  const text = line
    .trim()
    .replaceAll(/[–—‒−]/g, '-')
    .replaceAll(/\s+/g, ' ');
  if (text.length > 250) return null;
  const found = SOME.exec(text);
  if (found !== null) {
    const [, named = '', said = '', mark = '', rest = ''] = found;
    const letters = lettersIn(said);
    const title = folded(rest);
    const area = areaWithin(rest);
    const titled = area !== null || letters.some((letter) => TITLES[letter].test(title));
    const whole = named !== '' && title === '';
    const marked = named !== '' && (styled || mark !== '') && !/[.;]$/.test(rest) && rest.length <= 150;
    if (
      whole ||
      (titled && (styled || mark !== '' || named !== '') && !isSentence(rest)) ||
      (marked && styled)
    )
      return { letters, area };
  }
  if (!styled || isSentence(text)) return null;
  const letter = titledLetter(folded(text));
  return letter === null ? null : { letters: [letter], area: null };
}

function isSentence(text: string): boolean {
  return /[.;?]$/.test(text.trim()) && text.split(' ').length > 6;
}

function lettersIn(said: string): Letter[] {
  const found: readonly string[] =
    said
      .toUpperCase()
      .replaceAll(/[()]/g, '')
      .replaceAll(/H (\d)/g, 'H$1')
      .match(/A1|A2|H1|H2|[A-K](?!ND)/g) ?? [];
  return LETTERS.filter((letter) => found.includes(letter));
}

function areaWithin(rest: string): AreaName | null {
  const parts = rest.split(/\s*(?::|-|\(|\)|\|)\s*/).filter((part) => part !== '');
  for (const part of parts) {
    const area = areaNamed(part);
    if (area !== null && area !== 'health' && area !== 'social care') return area;
  }
  return null;
}

// Without a letter, only a title that is one and nothing more.
const WHOLE_TITLES: readonly (readonly [RegExp, Letter])[] = [
  [/^(the )?(views,? interests,? and aspirations.*|all about me|about me)$/, 'A'],
  [/^(summary of history|history|background)$/, 'A1'],
  [/^(the )?(child|young person|child or young person)?.{0,25}special educational needs( \(sen\))?$/, 'B'],
  [/^health(care| care)? needs.*$/, 'C'],
  [/^social care needs.*$/, 'D'],
  [/^outcomes.*$/, 'E'],
  [/^(the )?special educational provision.*$/, 'F'],
  [/^(any )?health(care| care)? provision.*$/, 'G'],
  [/^social care provision.*$/, 'H'],
  [/^placement$|^educational placement$/, 'I'],
  [/^(personal budget|direct payments?).*$/, 'J'],
  [/^(advice and information|appendices|list of advice).*$/, 'K'],
];

function titledLetter(title: string): Letter | null {
  if (title.length > 120) return null;
  return WHOLE_TITLES.find(([like]) => like.test(title))?.[1] ?? null;
}

/** As headings are compared: without capitals, marks at its ends, or the dashes people type. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[–—‒−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s:.\-•*]+|[\s:.\-*]+$/g, '');
}
