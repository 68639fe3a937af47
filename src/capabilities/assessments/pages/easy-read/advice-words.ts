import type { EasyLine, PictureName } from '../../../../design-system/index.ts';
import type { Paragraph } from '../../paragraphs.ts';

/** Who each kind of advice is from, in easy words. */
export const EASY_PARAGRAPHS = {
  a: { picture: 'a family', who: 'This is what you think.' },
  b: { picture: 'a teacher', who: 'This is from people at school.' },
  c: { picture: 'a health worker', who: 'This is from a doctor or nurse.' },
  d: { picture: 'a light bulb', who: 'This is from somebody who knows how children learn.' },
  e: { picture: 'a home', who: 'This is from people who help families at home.' },
  f: { picture: 'people', who: 'This is from somebody else who can help.' },
  g: { picture: 'a student’s cap', who: 'This is about being an adult.' },
  h: { picture: 'people who help', who: 'You wanted us to ask this person.' },
} as const satisfies Record<Paragraph, { picture: PictureName; who: EasyLine }>;
