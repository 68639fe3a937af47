/**
 * The reading age of a text by the Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, 1975), with five added
 * to make an age of a grade. It counts the words of a sentence and the syllables of a word and knows nothing else of either,
 * and syllables are counted by their vowels: an indication, not a measurement. Null for a text too short to say it of.
 */
export function readingAge(text: string): number | null {
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  if (words.length < SHORTEST) return null;
  const sentences = Math.max(1, (text.match(/[.!?]+(?=\s|$)|\n+/gu) ?? []).length);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(5, Math.round(grade + 5));
}

const SHORTEST = 100;

function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, '');
  return Math.max(1, (plain.match(/[aeiouyàáâäèéêëìíîïòóôöùúûü]+/gu) ?? []).length);
}
