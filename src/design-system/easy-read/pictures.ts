import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/* The one list of the pictures used, each by its code point. No other of OpenMoji's pictures is served. */
const LIST = {
  'a baby': ['1F476', 'a very young child'],
  'a birthday cake': ['1F382', 'a birthday'],
  'a book': ['1F4D6', 'something to read'],
  'a calendar': ['1F4C5', 'a day or a date'],
  'a child': ['1F9D2', 'a child'],
  'a clipboard': ['1F4CB', 'a list'],
  'a clock': ['1F552', 'time'],
  'a computer': ['1F4BB', 'a computer'],
  'a cookie': ['1F36A', 'a cookie'],
  'a cross': ['274C', 'no, or not'],
  'a door': ['1F6AA', 'going somewhere else'],
  'a family': ['1F46A', 'a family'],
  'a folder': ['1F4C1', 'papers kept together'],
  'a heart': ['2764', 'what matters'],
  'a home': ['1F3E0', 'where somebody lives'],
  'a judge': ['1F9D1-200D-2696-FE0F', 'a judge'],
  'a key': ['1F511', 'a code that lets you in'],
  'a letter': ['2709', 'a letter'],
  'a light bulb': ['1F4A1', 'an idea'],
  'a lock': ['1F512', 'kept private'],
  'a magnifying glass': ['1F50D', 'looking for something'],
  'a mobile phone': ['1F4F1', 'a mobile phone'],
  'a name badge': ['1FAAA', 'a name'],
  'a notepad': ['1F4DD', 'writing something down'],
  'a paper': ['1F4C4', 'a paper'],
  'a person': ['1F9D1', 'somebody'],
  'a person with a laptop': ['1F9D1-200D-1F4BB', 'somebody who works with the papers'],
  'a question mark': ['2753', 'a question'],
  'a school': ['1F3EB', 'a school'],
  'a speech bubble': ['1F4AC', 'something said'],
  'a star': ['2B50', 'something good'],
  'a stop sign': ['1F6D1', 'stop'],
  'a student’s cap': ['1F393', 'a college'],
  'a teacher': ['1F9D1-200D-1F3EB', 'a teacher'],
  'a telephone': ['260E', 'a telephone'],
  'a thinking face': ['1F914', 'making up our minds'],
  'a tick': ['2705', 'yes, or done'],
  'a warning sign': ['26A0', 'take care'],
  'an arrow forward': ['27A1', 'what comes next'],
  'an arrow back': ['2B05', 'going back'],
  'an email': ['1F4E7', 'an email'],
  'an hourglass': ['23F3', 'waiting'],
  'an unhappy face': ['1F641', 'not happy'],
  'a happy face': ['1F642', 'happy'],
  eyes: ['1F440', 'looking'],
  'a health worker': ['1F9D1-200D-2695-FE0F', 'a doctor or nurse'],
  numbers: ['1F522', 'numbers'],
  people: ['1F465', 'people'],
  'people who help': ['1F91D', 'help'],
  scales: ['2696', 'the law'],
  'a printer': ['1F5A8', 'printing'],
  'a puzzle piece': ['1F9E9', 'help that fits'],
  'a bell': ['1F514', 'news'],
  'a place on a map': ['1F4CD', 'a place'],
} as const satisfies Record<string, readonly [code: string, meaning: string]>;

export type PictureName = keyof typeof LIST;

export type Picture = {
  name: string;
  /** Its Unicode code point, or points joined with `-`, as OpenMoji names its files. */
  code: string;
  meaning: string;
  /** Holds a digest of the drawing, so that a browser may keep it for ever. */
  url: string;
  /** The drawing itself, as SVG. */
  drawing: string;
};

/** Every picture that is used: its name, its code point, what it stands for, its address and the drawing. */
export const PICTURES: readonly Picture[] = Object.entries(LIST).map(([name, [code, meaning]]) => {
  const drawing = readFileSync(require.resolve(`openmoji/color/svg/${code}.svg`), 'utf8');
  const digest = createHash('sha256').update(drawing).digest('hex').slice(0, 12);
  return { name, code, meaning, url: `/assets/openmoji-${code}.${digest}.svg`, drawing };
});

const BY_NAME = new Map(PICTURES.map((picture) => [picture.name, picture]));

export function pictureOf(name: PictureName): Picture {
  const picture = BY_NAME.get(name);
  if (picture === undefined) throw new Error(`there is no picture called ${name}`);
  return picture;
}
