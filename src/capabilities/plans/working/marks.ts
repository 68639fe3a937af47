import { compareWords } from '../comparing/words.ts';

/** Whose words these are, after the tribunal's own key. */
export type Mark = 'original' | 'agreed' | 'family' | 'authority';
/** Some words of a working document: whose they are, whether they take words out, and the proposals they come from. */
export type Marked = { mark: Mark; struck: boolean; text: string; from: readonly string[] };
export type Proposed = { id: string; mark: Exclude<Mark, 'original'>; words: string };

/**
 * One text with every proposal's changes to it marked. What both parties would take out, or put in alike at one place, is
 * agreed. Without what is put in, the pieces are the original to the letter.
 */
export function markWords(original: string, proposals: readonly Proposed[]): Marked[] {
  const edits = proposals.map((proposal) => editsOf(original, proposal));
  const outs = edits.flatMap(({ outs }) => outs);
  const puts = edits.flatMap(({ puts }) => puts);
  const ends = [...outs.flatMap(({ at, to }) => [at, to]), ...puts.map(({ at }) => at), 0, original.length];
  const cuts = [...new Set(ends)].sort((one, other) => one - other);
  return joined(
    cuts.flatMap((at, place): Marked[] => {
      const to = cuts[place + 1] ?? at;
      const over = outs.filter((out) => out.at <= at && to <= out.to);
      return [
        ...putIn(puts.filter((put) => put.at === at)),
        {
          mark: together(over.map(({ of }) => of)),
          struck: over.length > 0,
          text: original.slice(at, to),
          from: over.map(({ of }) => of.id),
        },
      ];
    }),
  );
}

type Out = { at: number; to: number; of: Proposed };
type Put = { at: number; text: string; of: Proposed };

function editsOf(original: string, of: Proposed): { outs: Out[]; puts: Put[] } {
  const [outs, puts]: [Out[], Put[]] = [[], []];
  let at = 0;
  for (const { how, text } of compareWords(original, of.words)) {
    if (how === 'in') puts.push({ at, text, of });
    else {
      if (how === 'out') outs.push({ at, to: at + text.length, of });
      at += text.length;
    }
  }
  return { outs, puts };
}

const ORDER: readonly Mark[] = ['agreed', 'family', 'authority'];

function putIn(puts: readonly Put[]): Marked[] {
  const alike = [...Map.groupBy(puts, ({ text }) => text)].map(([text, group]): Marked => {
    const of = group.map((put) => put.of);
    return { mark: together(of), struck: false, text, from: of.map(({ id }) => id) };
  });
  return alike.sort((one, other) => ORDER.indexOf(one.mark) - ORDER.indexOf(other.mark));
}

function together(proposals: readonly Proposed[]): Mark {
  const [first, ...others] = [...new Set(proposals.map(({ mark }) => mark))];
  return first === undefined ? 'original' : others.length > 0 ? 'agreed' : first;
}

function joined(pieces: readonly Marked[]): Marked[] {
  const done: Marked[] = [];
  for (const piece of pieces) {
    const last = done.at(-1);
    const same = last?.mark === piece.mark && last.struck === piece.struck;
    if (piece.text === '') continue;
    if (same && last.from.join() === piece.from.join()) last.text += piece.text;
    else done.push({ ...piece });
  }
  return done;
}
