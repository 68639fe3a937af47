import type { Holds, Part } from './declared.ts';
import { codeOf } from './lists.ts';
import type { Price } from './prices.ts';
import type { Typed } from './typed.ts';
import { sayBand } from './words.ts';

/* What stands, as its form would have it typed: what was typed and what is kept come back to each other. */

const TYPED: { [P in Part]: (holds: Holds[P]) => Typed } = {
  places: ({ lines }) =>
    numbered(
      lines.map((line) => ({
        need: line.need === null ? 'any' : codeOf(line.need),
        band: sayBand(line),
        places: String(line.places),
        free: String(line.vacancies),
      })),
    ),
  designation: ({ needs }) => ({ needs: needs.length === 0 ? 'none' : needs.map(codeOf).join(',') }),
  ages: ({ from, to }) => ({ from: String(from), to: String(to) }),
  units: ({ unit, resourced }) => ({ unit: String(unit), resourced: String(resourced) }),
  contact: ({ role, email, phone }) => ({ role, email: email ?? '', phone: phone ?? '' }),
  accessibility: ticks,
  therapies: ticks,
};

/** What a part holds, as it would be typed. */
export function typedOf<P extends Part>(part: P, holds: Holds[P]): Typed {
  return TYPED[part](holds);
}

/** A price schedule, as it would be typed. */
export function typedPrices(lines: readonly Price[]): Typed {
  return numbered(
    lines.map(({ what, pence, per }) => ({
      what,
      amount: pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2),
      per,
    })),
  );
}

function ticks({ has, words }: { has: readonly string[]; words: string | null }): Typed {
  return { has: has.join(','), words: words ?? '' };
}

function numbered(lines: readonly Typed[]): Typed {
  return Object.fromEntries(
    lines.flatMap((line, at) => Object.entries(line).map(([name, value]) => [`${name}-${at + 1}`, value])),
  );
}
