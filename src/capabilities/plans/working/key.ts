import { sayDate } from '../../../shared/plain-date.ts';
import type { Footnote } from './document.ts';
import type { Marked } from './marks.ts';

/** The tribunal's key: each way words are written, with what it means, written that way. */
export const KEY: readonly Omit<Marked, 'from'>[] = [
  { mark: 'original', struck: false, text: 'Original words' },
  { mark: 'agreed', struck: false, text: 'Words put in that both agree' },
  { mark: 'agreed', struck: true, text: 'Words taken out that both agree' },
  { mark: 'family', struck: false, text: 'Words the parent or young person would put in' },
  { mark: 'family', struck: true, text: 'Words the parent or young person would take out' },
  { mark: 'authority', struck: false, text: 'Words the local authority would put in' },
  { mark: 'authority', struck: true, text: 'Words the local authority would take out' },
];

/** `Proposed by the local authority, 3 June 2025. Dr A. Example, Educational psychology advice, page 3.` */
export function sayFootnote({ proposal: { party, on, agreedOn }, cites }: Footnote): string {
  const who = party === 'family' ? 'the parent or young person' : 'the local authority';
  const agreed = agreedOn === null ? '' : ` Agreed, ${sayDate(agreedOn)}.`;
  return `Proposed by ${who}, ${sayDate(on)}.${agreed} ${cites ?? 'No advice or report is cited'}.`;
}
