/**
 * A pure function that answers as it did when it was last asked the same, by what `key` says of it. Keeps at most so many
 * answers, in memory alone; then begins anew.
 */
export function kept<In, Out extends object | string>(
  most: number,
  work: (of: In) => Out,
  key: (of: In) => string = String,
): (of: In) => Out {
  const answers = new Map<string, Out>();
  return (of) => {
    const asked = key(of);
    const known = answers.get(asked);
    if (known !== undefined) return known;
    const answer = work(of);
    if (answers.size >= most) answers.clear();
    answers.set(asked, answer);
    return answer;
  };
}
