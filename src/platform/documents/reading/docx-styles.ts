import { SaxesParser } from 'saxes';

/** What a style makes of a paragraph: a heading of this level, 0 the highest; and bold. */
export type Style = { level: number | null; bold: boolean };

const PLAIN: Style = { level: null, bold: false };
type Written = { level: number | null; bold: boolean; basedOn: string };

/** An element’s name without its prefix: files differ in that, and in nothing else that is read here. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** What an attribute says, whatever prefix it has. */
export function attribute(attributes: Readonly<Record<string, string>>, name = 'val'): string | null {
  for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value;
  return null;
}

/** Whether a property that is on or off is on: written alone, it is. */
export function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute(attributes) ?? '1');
}

/** A parser that refuses what Word never writes: a document type, with the entities it could declare. */
export function wordParser(): SaxesParser {
  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('Word writes no document type');
  });
  return parser;
}

/** The styles of a document, each with what the styles it is based on give it: another language’s Word calls them otherwise. */
export function stylesOf(xml: string): ReadonlyMap<string, Style> {
  const written = new Map<string, Written>();
  let at: Written = { level: null, bold: false, basedOn: '' };
  const parser = wordParser();
  parser.on('opentag', ({ name: whole, attributes }) => {
    const name = localName(whole);
    const value = attribute(attributes) ?? '';
    if (name === 'style') {
      at = { level: null, bold: false, basedOn: '' };
      written.set(attribute(attributes, 'styleId') ?? '', at);
    } else if (name === 'name') at.level = levelNamed(value) ?? at.level;
    else if (name === 'basedOn') at.basedOn = value;
    else if (name === 'outlineLvl') at.level = outlineLevel(value) ?? at.level;
    else if (name === 'b') at.bold = isOn(attributes);
  });
  if (xml !== '') parser.write(xml).close();
  return new Map([...BUILT_IN, ...[...written.keys()].map((id) => [id, resolved(written, id)] as const)]);
}

const BUILT_IN = Array.from(
  { length: 9 },
  (_, level) => [`Heading${level + 1}`, { level, bold: false }] as const,
);

/** What an outline level says: 9 is the body of the text. */
export function outlineLevel(value: string): number | null {
  const level = Number(value);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level : null;
}

function levelNamed(name: string): number | null {
  if (/^title$/i.test(name)) return 0;
  const heading = /^heading ([1-9])$/i.exec(name);
  return heading === null ? null : Number(heading[1]) - 1;
}

// A chain that leads back to itself comes to an end.
function resolved(written: ReadonlyMap<string, Written>, id: string): Style {
  let [style, next]: [Style, string] = [PLAIN, id];
  for (let steps = 0; steps < 20 && next !== ''; steps += 1) {
    const one = written.get(next);
    if (one === undefined) break;
    style = { level: style.level ?? one.level, bold: style.bold || one.bold };
    next = one.basedOn;
  }
  return style;
}
