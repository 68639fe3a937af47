/** A page of a file on which some words are, with a little of what stands around them. */
export type Match = { number: number; place: string | null; before: string; found: string; after: string };

const AROUND = 80;

/** The first place on each page where the words are. */
export function matchesIn(
  pages: readonly { number: number; text: string; place: string | null }[],
  words: string,
): Match[] {
  return pages.flatMap(({ number, text, place }) => {
    const flat = text.replace(/\s+/g, ' ');
    const at = flat.toLowerCase().indexOf(words.toLowerCase());
    if (at === -1) return [];
    const end = at + words.length;
    return [
      {
        number,
        place,
        before: flat.slice(Math.max(0, at - AROUND), at),
        found: flat.slice(at, end),
        after: flat.slice(end, end + AROUND),
      },
    ];
  });
}
