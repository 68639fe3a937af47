import type { PlainDate } from '../../../shared/plain-date.ts';
import {
  type Declared,
  type DeclaredParts,
  type Freshness,
  freshnessOf,
  PARTS,
  type Part,
  type Shelves,
} from './declared.ts';
import { sayPart } from './words.ts';

/** A part as it is read on a given day. */
export type ShownPart = {
  part: Part;
  /** Which statement it is. */
  number: number;
  lines: readonly string[];
  saidOn: PlainDate;
  toldTo: string | null;
  freshness: Freshness;
};

/** The parts a setting said something of, places first. */
export function shownParts(declared: Declared | null, today: PlainDate, shelves: Shelves): ShownPart[] {
  if (declared === null) return [];
  return PARTS.flatMap((part) => shownPart(part, declared, today, shelves));
}

function shownPart<P extends Part>(
  part: P,
  declared: DeclaredParts,
  today: PlainDate,
  shelves: Shelves,
): ShownPart[] {
  const said = declared[part];
  if (said === undefined) return [];
  const { number, saidOn, toldTo } = said;
  const freshness = freshnessOf(part, saidOn, today, shelves);
  return [{ part, number, lines: sayPart(part, said), saidOn, toldTo, freshness }];
}
