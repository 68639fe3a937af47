/** A language a plan may be read in beside English. */
export type Language = {
  /** Its BCP 47 tag, as a page, a PDF and a translator's file name it. */
  tag: string;
  name: string;
  /** What its own readers call it. */
  ownName: string;
  dir: 'ltr' | 'rtl';
};

// What each is called in English, first as we write it, then as it may be written down on a child's file.
const NAMES: readonly (readonly [tag: string, ...names: string[]])[] = [
  ['sq', 'Albanian'],
  ['am', 'Amharic'],
  ['ar', 'Arabic'],
  ['bn', 'Bengali', 'Bangla'],
  ['bg', 'Bulgarian'],
  ['zh-Hans', 'Chinese (simplified)', 'Chinese', 'Mandarin'],
  ['zh-Hant', 'Chinese (traditional)', 'Cantonese'],
  ['cs', 'Czech'],
  ['nl', 'Dutch'],
  ['fa', 'Farsi', 'Persian'],
  ['fr', 'French'],
  ['de', 'German'],
  ['el', 'Greek'],
  ['gu', 'Gujarati'],
  ['he', 'Hebrew'],
  ['hi', 'Hindi'],
  ['hu', 'Hungarian'],
  ['it', 'Italian'],
  ['ckb', 'Kurdish (Sorani)', 'Kurdish', 'Sorani'],
  ['kmr', 'Kurdish (Kurmanji)', 'Kurmanji'],
  ['lv', 'Latvian'],
  ['lt', 'Lithuanian'],
  ['ml', 'Malayalam'],
  ['ne', 'Nepali'],
  ['pa', 'Panjabi', 'Punjabi'],
  ['ps', 'Pashto'],
  ['pl', 'Polish'],
  ['pt', 'Portuguese'],
  ['ro', 'Romanian'],
  ['ru', 'Russian'],
  ['si', 'Sinhala', 'Sinhalese'],
  ['sk', 'Slovak'],
  ['so', 'Somali'],
  ['es', 'Spanish'],
  ['sw', 'Swahili'],
  ['tl', 'Tagalog', 'Filipino'],
  ['ta', 'Tamil'],
  ['te', 'Telugu'],
  ['ti', 'Tigrinya'],
  ['tr', 'Turkish'],
  ['uk', 'Ukrainian'],
  ['ur', 'Urdu'],
  ['vi', 'Vietnamese'],
  ['cy', 'Welsh'],
  ['yo', 'Yoruba'],
];
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr']);

export const LANGUAGES: readonly Language[] = NAMES.map(([tag, name = tag]) => ({
  tag,
  name,
  ownName: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? name,
  dir: RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr',
}));

/** The language with a tag, however its letters are written; undefined for one this service does not know. */
export function languageOf(tag: string): Language | undefined {
  return LANGUAGES.find((one) => one.tag.toLowerCase() === tag.trim().toLowerCase());
}

/** The languages named in what somebody wrote down, such as `Urdu, some English`, in that order. */
export function languagesNamedIn(text: string): Language[] {
  const words = text.toLowerCase();
  return NAMES.flatMap(([tag, ...names]) => {
    const at = names
      .map((name) => words.search(new RegExp(`\\b${name.toLowerCase().replaceAll(/[()]/g, '\\$&')}`)))
      .filter((place) => place >= 0);
    const language = languageOf(tag);
    return at.length === 0 || language === undefined ? [] : [{ at: Math.min(...at), language }];
  })
    .sort((one, other) => one.at - other.at)
    .map(({ language }) => language);
}
