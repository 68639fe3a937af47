import { accepted, type Result, refused } from '../../shared/result.ts';

/** What staff say, as they decide, of a family that has not been told that their child was brought to attention. */
export type Said = { tellFamily: boolean | null; whyNotTold: string };

export type Telling = { tell: true } | { tell: false; why: string };

/**
 * Whether the family is told of a decision. The law has the parent or the young person notified (SEND Regulations 2014, reg.
 * 5(1)), so only staff may keep it from them, with why; where they were told of the rest, nobody is asked. Refuses to tell where
 * there is nobody to write to: the decision is made all the same, with that as the reason.
 */
export function tellingOf(
  { untold, anybody }: { untold: boolean; anybody: boolean },
  { tellFamily, whyNotTold }: Said,
): Result<Telling> {
  if (!untold) return accepted({ tell: true });
  if (tellFamily === null) return refused('tellFamily', 'Select whether the family may be told now');
  if (tellFamily && !anybody)
    return refused(
      'tellFamily',
      'There is nobody on the child’s file to write to. Add them first, or select No and say so',
    );
  if (tellFamily) return accepted({ tell: true });
  if (whyNotTold === '') return refused('whyNotTold', 'Enter why the family may not be told now');
  return accepted({ tell: false, why: whyNotTold });
}
