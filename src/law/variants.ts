import type { PlainDate } from '../shared/plain-date.ts';
import { ageOn, compulsorySchoolAgeStart, rightsHolder, type SchoolYearStart } from './age.ts';
import { code, regs, si } from './citations.ts';
import type { Citation } from './rule.ts';

/** Where somebody learns or spends the day, as they say it. */
export const PLACES = [
  'nursery',
  'childminder',
  'at home',
  'school',
  'college',
  'home educated',
  'custody',
  'elsewhere',
] as const;
export type Place = (typeof PLACES)[number];

/** The kinds of request the law treats differently. */
export const VARIANTS = ['under 2', 'early years', 'school', 'home educated', 'post-16', 'custody'] as const;
export type Variant = (typeof VARIANTS)[number];

export function isPlace(text: string): text is Place {
  return PLACES.some((place) => place === text);
}

/**
 * Which kind of request it is, from where they are and how old they are on a day. Custody comes first, because the Act has
 * a part of its own for it; then age; home education is of those of compulsory school age alone.
 */
export function variantOf(
  about: { place: Place | null; bornOn: PlainDate },
  day: PlainDate,
  schoolYearStart?: SchoolYearStart,
): Variant {
  const { place, bornOn } = about;
  if (place === 'custody') return 'custody';
  if (ageOn(bornOn, day) < 2) return 'under 2';
  // A four-year-old in a reception class is at school, whatever the law says of their age.
  if (day < compulsorySchoolAgeStart(bornOn) && place !== 'school') return 'early years';
  if (rightsHolder(bornOn, day, schoolYearStart) === 'young person') return 'post-16';
  return place === 'home educated' ? 'home educated' : 'school';
}

export type VariantLaw = {
  /** The rules whose clocks a request of this kind starts: to decide, to refuse a plan, to send one. */
  clocks: { decide: string; noPlan: string; finalPlan: string };
  /** What the law says of it that it does not say of others. */
  says: readonly { text: string; cite: Citation }[];
};

const OUTSIDE = { decide: 'T01', noPlan: 'T03', finalPlan: 'T04' };

/** The law of each kind of request. */
export const VARIANT_LAW: Readonly<Record<Variant, VariantLaw>> = {
  'under 2': {
    clocks: OUTSIDE,
    says: [
      {
        text: 'For a child under 2, special educational provision is educational provision of any kind.',
        cite: act(21, 's21(2)'),
      },
      {
        text: 'A health body that thinks a child under compulsory school age probably has special educational needs or a disability must tell the parent, let them discuss it, and then tell the authority.',
        cite: act(23, 's23'),
      },
      {
        text: 'What early years providers and the authority do for the youngest children.',
        cite: code('Code of Practice, chapter 5'),
      },
    ],
  },
  'early years': {
    clocks: OUTSIDE,
    says: [
      {
        text: 'Advice comes from the manager of the setting. Where there is none, it comes from somebody with experience of teaching children with special educational needs.',
        cite: regs(6, 'reg. 6(1)(b)'),
      },
      {
        text: 'An early years provider closed for four weeks or more may be an exception to the time limits.',
        cite: regs(5, 'reg. 5(4)(b)'),
      },
      {
        text: 'What early years providers do before and beside an assessment.',
        cite: code('Code of Practice 5.36 to 5.46'),
      },
    ],
  },
  school: { clocks: OUTSIDE, says: [] },
  'home educated': {
    clocks: OUTSIDE,
    says: [
      {
        text: 'Home education changes neither who may ask nor the test. No school’s agreement is needed.',
        cite: act(36, 's36(1), (8)'),
      },
      {
        text: 'Educational advice comes from the person the authority thinks appropriate, since there is no school to ask.',
        cite: regs(6, 'reg. 6(1)(b)'),
      },
    ],
  },
  'post-16': {
    clocks: OUTSIDE,
    says: [
      {
        text: 'Over compulsory school age the right to ask is the young person’s own. Where they lack the capacity to decide, their representative or parent acts.',
        cite: regs(64, 'regs 63 and 64'),
      },
      {
        text: 'For somebody aged over 18, have regard to whether they need more time than others of their age to complete their education or training.',
        cite: act(36, 's36(10)'),
      },
    ],
  },
  custody: {
    clocks: { decide: 'D05', noPlan: 'D10', finalPlan: 'D13' },
    says: [
      {
        text: 'The request is to the home authority. It may be made by the parent of a child, by a young person themself, or by the person in charge of the accommodation. Anybody may bring a detained person to its attention.',
        cite: act(71, 's71(2), (4)'),
      },
      {
        text: 'The question is whether provision through a plan may be necessary on release.',
        cite: act(71, 's71(3)'),
      },
      {
        text: 'It applies to somebody aged 18 or under who is detained in relevant youth accommodation.',
        cite: act(70, 's70(5)'),
      },
      {
        text: 'The time limits are of the same length as outside custody, and the exceptions are fewer.',
        cite: si('uksi/2015/62', 'SEND (Detained Persons) Regulations 2015, regs 5, 10 and 13', {
          confidence: 'medium',
        }),
      },
    ],
  },
};

/** The law of somebody brought to the authority's attention, whom nobody with the right to ask has asked about. */
export const BROUGHT_TO_ATTENTION: VariantLaw['says'] = [
  {
    text: 'A child or young person in the area who is brought to the authority’s attention as somebody who has or may have special educational needs is one it is responsible for.',
    cite: act(24, 's24(1)(b)'),
  },
  {
    text: 'The authority must then decide whether a plan may be needed, as it must after a request, on the same test.',
    cite: act(36, 's36(3), (8)'),
  },
  {
    text: 'Before that it consults the parent or the young person, who may give their views and evidence.',
    cite: act(36, 's36(4), (7)'),
  },
  {
    text: 'Time runs from the day the authority became responsible: the day it was told.',
    cite: regs(5, 'reg. 5(1)', {
      confidence: 'medium',
      note: 'Where it was responsible already, the Regulations do not say when time starts. We count from the day it was told.',
    }),
  },
  {
    text: 'A health body that thinks a child under compulsory school age probably has special educational needs or a disability must first tell the parent, and let them discuss it with one of its officers.',
    cite: act(23, 's23(2), (3)'),
  },
];

function act(section: number, text: string): Citation {
  return si(`ukpga/2014/6/section/${section}`, `Children and Families Act 2014, ${text}`);
}
