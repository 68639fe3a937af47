/** How somebody asked to be written and spoken to. */
export type Preferences = {
  format: Format;
  /** The language they want letters in; null for English. */
  language: string | null;
  /** The language they need an interpreter for; null where they need none. */
  interpreter: string | null;
  bsl: boolean;
};

export const FORMATS = ['standard', 'large print', 'Easy Read', 'braille', 'audio'] as const;
export type Format = (typeof FORMATS)[number];

/** What the service cannot do for them by itself (`inEasyRead`: that paper is made), in words for whoever sends their letters or speaks to them. */
export function toArrange({ format, language, interpreter, bsl }: Preferences, inEasyRead = false): string[] {
  return [
    ...(format === 'standard' || format === 'large print' || (format === 'Easy Read' && inEasyRead)
      ? []
      : [`They asked for ${format}. It cannot be made here: have it made, and send it too`]),
    ...(language === null
      ? []
      : [`They asked for letters in ${language}. Have it translated, and send that too`]),
    ...(interpreter === null ? [] : [`They need an interpreter when you speak to them: ${interpreter}`]),
    ...(bsl ? ['They use British Sign Language: book an interpreter before you meet or telephone'] : []),
  ];
}
