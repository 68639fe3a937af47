import type { PlainDate } from '../../shared/plain-date.ts';

/** The paragraphs of SEND Regulations 2014, reg. 6(1): whose advice and information an assessment rests on. */
export const PARAGRAPHS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
export type Paragraph = (typeof PARAGRAPHS)[number];

export const REG_6 = 'https://www.legislation.gov.uk/uksi/2014/1530/regulation/6';

/** What each is called, and whom the Regulations say to ask. */
export const PARAGRAPH_WORDS = {
  a: {
    name: 'Parent or young person',
    whom: 'The child’s parent, or the young person: their views, wishes and feelings',
  },
  b: {
    name: 'Educational advice',
    whom: 'The head, principal or manager of the school, college or nursery attended. From or after consulting a qualified teacher of children with hearing or vision impairment, where the child has one (reg. 6(2))',
  },
  c: {
    name: 'Medical advice',
    whom: 'A health care professional identified by the responsible commissioning body',
  },
  d: {
    name: 'Psychological advice',
    whom: 'An educational psychologist, who consults any other psychologist with relevant knowledge (reg. 6(3))',
  },
  e: {
    name: 'Social care advice',
    whom: 'Social care, which says so where the child is not known to it',
  },
  f: {
    name: 'Anyone else thought appropriate',
    whom: 'Any other person whose advice the authority thinks appropriate',
  },
  g: {
    name: 'Preparing for adulthood',
    whom: 'Advice on provision for adulthood and independent living: in or beyond year 9',
  },
  h: {
    name: 'Anyone the family asks for',
    whom: 'Any person the parent or young person reasonably asks us to ask',
  },
} as const satisfies Record<Paragraph, { name: string; whom: string }>;

/** `(d) Psychological advice`. */
export function sayParagraph(paragraph: Paragraph): string {
  return `(${paragraph}) ${PARAGRAPH_WORDS[paragraph].name}`;
}

const ALWAYS = ['a', 'b', 'c', 'd', 'e'] as const satisfies readonly Paragraph[];

/**
 * The paragraphs without which an assessment is not complete: (a) to (e) always, and (g) in or beyond year 9. Whom (f)
 * and (h) bring in is for the authority and the family to say, so nobody having been asked under them is no gap.
 */
export function statutoryMinimum(child: { bornOn: PlainDate; openedOn: PlainDate }): readonly Paragraph[] {
  return inYearNineOrBeyond(child.bornOn, child.openedOn) ? [...ALWAYS, 'g'] : ALWAYS;
}

/** By age alone: 13 or over on the 31 August before the school year. A child taught out of their year is told apart by staff. */
export function inYearNineOrBeyond(bornOn: PlainDate, on: PlainDate): boolean {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const schoolYear = month >= 9 ? year : year - 1;
  return bornOn <= `${schoolYear - 13}-08-31`;
}

export function toParagraph(text: string): Paragraph {
  return PARAGRAPHS.find((known) => known === text) ?? 'f';
}
