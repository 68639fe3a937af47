/**
 * Phrases that promise nothing anyone could be held to, each with the question it leaves open: those named of provision
 * that was found not specific enough (L v Clarke and Somerset; JD v South Tyneside), and those seen in practice.
 */
const QUESTIONS = {
  'access to': 'What exactly will be provided, by whom, and how often?',
  'opportunities for': 'What exactly will be provided, by whom, and how often?',
  'opportunities to': 'What exactly will be provided, by whom, and how often?',
  'input from': 'What will they do, how often, and for how long each time?',
  'support from': 'What will they do, how often, and for how long each time?',
  'higher level of support': 'How much support, from whom?',
  'monitoring of': 'Who will check what, and how often?',
  'key adults': 'Who exactly, and with what training?',
  'as required': 'When exactly does it happen, and who decides?',
  'as appropriate': 'When exactly does it happen, and who decides?',
  'as necessary': 'When exactly does it happen, and who decides?',
  'if necessary': 'When exactly does it happen, and who decides?',
  'as and when': 'When exactly does it happen, and who decides?',
  'where available': 'Does the child need it? If so, say that it will be provided, whatever there is now.',
  'where possible': 'Does the child need it? If so, say that it will be provided, whatever there is now.',
  'subject to': 'Does the child need it? If so, say that it will be provided, whatever there is now.',
  'may benefit from': 'Does the child need it? If so, say that it will be provided.',
  'would benefit from': 'Does the child need it? If so, say that it will be provided.',
  'will be encouraged': 'What will be done, by whom, and how often?',
  consider: 'Does the child need it? If so, say that it will be provided.',
  regular: 'How many times, in what period?',
  regularly: 'How many times, in what period?',
  frequent: 'How many times, in what period?',
  frequently: 'How many times, in what period?',
  'up to': 'What is the least that will be provided?',
} as const satisfies Readonly<Record<string, string>>;

type Vague = { phrase: string; question: string };
type VagueAt = Vague & { span: readonly [from: number, to: number] };

/** The same promise in another form of the words. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  'access to': ['accessing', 'to access'],
  'opportunities to': ['opportunity to'],
  'opportunities for': ['opportunity for'],
  'key adults': ['key adult'],
  'as required': [
    'when required',
    'if required',
    'as needed',
    'when needed',
    'if needed',
    'where needed',
    'where required',
    'if and when',
  ],
  'as appropriate': ['where appropriate', 'wherever appropriate', 'when appropriate', 'if appropriate'],
  'as necessary': ['when necessary', 'where necessary', 'wherever necessary'],
  'higher level of support': [
    ...['high level of support', 'high levels of support', 'higher levels of support'],
    ...['high level of adult support', 'high levels of adult support', 'higher level of adult support'],
  ],
  'where available': ['if available', 'when available', 'subject to availability'],
  'where possible': [
    'if possible',
    'when possible',
    'wherever possible',
    'whenever possible',
    'where practicable',
  ],
  'may benefit from': ['might benefit from', 'could benefit from'],
  'will be encouraged': ['should be encouraged', 'to be encouraged', 'is encouraged', 'be encouraged'],
  consider: ['considers', 'considered', 'considering', 'consideration'],
  'monitoring of': ['monitored', 'ongoing monitoring'],
  regular: ['on a regular basis'],
};

/** Words after which a phrase says something that can be counted or seen after all. */
const LAWFUL: Readonly<Record<string, RegExp>> = {
  'up to':
    /^\s+(?:\d+|two|three|four|five|six|eight|ten|twelve)\s+(?:other\s+)?(?:pupils?|children|learners?|students?|peers?)/iu,
  'access to': /^[^.;]{1,80}?\s(?:through|by means of)\s/iu,
  regular: /^\s+(?:verbs?|past|plurals?|spellings?)/iu,
};

const PATTERNS = Object.entries(QUESTIONS).map(([phrase, question]) => {
  const forms = [phrase, ...(VARIANTS[phrase] ?? [])].map((form) =>
    form.replaceAll(' ', '[^\\p{L}\\p{N}|]+'),
  );
  return {
    phrase,
    question,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
  };
});

/** Where the phrases stand in a text, in any of their forms, but where the words that follow make them lawful. */
export function vagueSpansIn(text: string): VagueAt[] {
  return PATTERNS.flatMap(({ phrase, question, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: said, index }) => {
      const to = index + said.length;
      return LAWFUL[phrase]?.test(text.slice(to)) ? [] : [{ phrase, question, span: [index, to] as const }];
    }),
  );
}

/**
 * The vague phrases in a text, in any of their forms and as they were written, each with the question it leaves open, in the
 * order of the list. Whole words alone are found; of two that overlap, the first is asked about.
 */
export function vagueIn(text: string): Vague[] {
  const found = apart(vagueSpansIn(text));
  return Object.keys(QUESTIONS).flatMap((phrase) => {
    const first = found.find((one) => one.phrase === phrase);
    return first === undefined
      ? []
      : [{ phrase: plain(text.slice(...first.span)), question: first.question }];
  });
}

/** Of phrases that overlap, the one that begins first: “as and when needed” is one thing to put right. */
export function apart<T extends { span: readonly [from: number, to: number] }>(found: readonly T[]): T[] {
  const inOrder = found.toSorted((one, other) => one.span[0] - other.span[0]);
  return inOrder.filter(({ span }, place) => place === 0 || (inOrder[place - 1]?.span[1] ?? 0) <= span[0]);
}

/** What is written where an answer is still to come. */
const TO_COME = /^(?:tbc|tba|tbd|to be (?:confirmed|agreed|arranged|decided|determined|advised))$/u;

/** Whether an answer is nothing but such phrases, or says that it is to come: `as needed` and `TBC` answer no question. */
export function isVagueAlone(text: string): boolean {
  const found = apart(vagueSpansIn(text));
  const rest = found.reduceRight(
    (left, { span: [from, to] }) => `${left.slice(0, from)} ${left.slice(to)}`,
    text,
  );
  const isNothing = found.length > 0 && /^(?:and|or)?$/u.test(plain(rest));
  return isNothing || TO_COME.test(plain(text));
}

/** What can be counted or seen: a number, or a word for one, or for how often something comes round. */
const COUNTED =
  /\d|(?<!\p{L})(?:once|twice|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|hour|hours|hourly|day|daily|week|weekly|fortnightly|month|monthly|term|termly|half-termly|year|yearly|annual|annually|each|every|always|all|whole|throughout)(?!\p{L})/iu;

/** Whether an answer to how much or how often says only how vaguely: `regular sessions`, but not `regularly, twice a week`. */
export function isVagueQuantity(text: string): boolean {
  // A ratio says with how many, and not how much or how often.
  const counted = COUNTED.test(text.replaceAll(/\b(?:1|one)(?:\s*:\s*|[\s-]+to[\s-]+)(?:1|one)\b/giu, ''));
  return isVagueAlone(text) || (vagueSpansIn(text).length > 0 && !counted);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}|]+/gu, ' ')
    .trim();
}
