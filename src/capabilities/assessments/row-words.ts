import type { Row } from './advice.ts';

/** What a row says, question by question, leaving out what was not answered. */
export function rowWords(row: Row): { key: string; words: string }[] {
  return questions(row)
    .filter(([, words]) => words !== '')
    .map(([key, words]) => ({ key, words }));
}

/** A row in a word or two, for a link or a heading. */
export function headOf(row: Row): string {
  return row.kind === 'provision' ? row.what : row.text;
}

function questions(row: Row): readonly (readonly [key: string, words: string])[] {
  switch (row.kind) {
    case 'need':
      return [
        ['Area', row.area],
        ['Need', row.text],
        ['Evidence', row.evidence],
        ['Why no provision', row.noProvision],
      ];
    case 'outcome':
      return [
        ['Outcome', row.text],
        ['Steps towards it', row.steps],
        ['By when', row.byWhen],
      ];
    case 'provision':
      return [
        ['What', row.what],
        ['Who provides it', row.who],
        ['Children to each adult', row.ratio],
        ['How often', row.frequency],
        ['How long each time', row.durationEachTime],
        ['Reviewed', row.review],
        ['Anything else', row.text],
        ['Why it cannot be said exactly', row.whyNotSpecified],
        ['Section', row.section],
      ];
  }
}
