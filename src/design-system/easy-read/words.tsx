import { type Line, pieces } from './content.ts';
import { type HardWord, patternOf } from './hard-words.ts';

/** A line: what comes from the file keeps its own direction, and a hard word stands out. */
export function Words({ line, bold = [] }: { line: Line; bold?: readonly HardWord[] }) {
  return (
    <>
      {pieces(line).map(({ words, ours }, place) =>
        ours ? <Ours key={place} words={words} bold={bold} /> : <bdi key={place}>{words}</bdi>,
      )}
    </>
  );
}

function Ours({ words, bold }: { words: string; bold: readonly HardWord[] }) {
  const match = bold.map(({ word }) => patternOf(word).exec(words)).find((found) => found !== null);
  if (match === undefined) return <>{words}</>;
  return (
    <>
      {words.slice(0, match.index)}
      <strong>{match[0]}</strong>
      {words.slice(match.index + match[0].length)}
    </>
  );
}
