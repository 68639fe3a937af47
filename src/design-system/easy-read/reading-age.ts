/** About how many syllables an English word has: its groups of vowels, less a silent ending. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const spoken = letters.replace(
    /(?<![aeiouyl])es?$|(?<=[aeiouy].*[^aeioudtly])ed$|(?<=[aeiou].*[^l])e$/,
    '',
  );
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/**
 * The American school grade whose pupils are expected to read a text (Kincaid and others, Derivation of New Readability
 * Formulas for Navy Enlisted Personnel, 1975); about five less than the age in years.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.?!]+(?:\s|$)/).filter((sentence) => sentence.trim() !== '');
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (syllables / words.length) - 15.59;
}
