/** Part of a file: its first byte and its last, both counted from nought and both sent. */
export type ByteRange = { first: number; last: number };

/**
 * The one part that a `Range` header asks for (RFC 9110, section 14), or null for the whole: none asked for, several at
 * once, or not understood. `unsatisfiable` when it begins past the end.
 */
export function readRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (asked === null) return null;
  const [, from = '', to = ''] = asked;
  if (from === '') return to === '' ? null : lastBytes(Number(to), size);
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= size ? 'unsatisfiable' : { first, last };
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
  return count === 0 ? 'unsatisfiable' : { first: Math.max(0, size - count), last: size - 1 };
}
