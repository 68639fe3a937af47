/* Whether two short names are two spellings of one: trigrams hardly tell, since one letter spoils three of a few. */

/**
 * Whether two names are spelt nearly the same: begun with the same letter, and one letter apart, or two in a long name, as Oskar
 * is from Oscar and Muhammad from Mohammed. Only the first of several names is compared. Two that are the same are not nearly so.
 */
export function spelledAlike(one: string, other: string): boolean {
  const [a, b] = [firstOf(one), firstOf(other)];
  const longer = Math.max(a.length, b.length);
  if (longer < 4 || a === b || a[0] !== b[0]) return false;
  return lettersApart(a, b) <= (longer < 7 ? 1 : 2);
}

function firstOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return plain.split(/[^\p{L}]+/u).find((part) => part !== '') ?? '';
}

/** How many letters have to be changed, added or left out to make one of the other. */
function lettersApart(one: string, other: string): number {
  const rows = [...one].reduce<number[]>(
    (before, letter, at) => {
      const row = [at + 1];
      for (const [place, theirs] of [...other].entries()) {
        const changed = (before[place] ?? 0) + (letter === theirs ? 0 : 1);
        row.push(Math.min(changed, (before[place + 1] ?? 0) + 1, (row[place] ?? 0) + 1));
      }
      return row;
    },
    Array.from({ length: other.length + 1 }, (_, at) => at),
  );
  return rows.at(-1) ?? 0;
}
