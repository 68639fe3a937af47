import type { ChartLine } from '../../../design-system/index.ts';

type Said = { title: string; source: string; lines: readonly ChartLine[] };

const HEIGHT = 400;
const STROKES = {
  main: 'stroke="#1d70b8" stroke-width="3"',
  other: 'stroke="#12393d" stroke-width="3" stroke-dasharray="1,5"',
  beside: 'stroke="#d4351c" stroke-width="2.5" stroke-dasharray="8,4"',
  added: 'stroke="#00703c" stroke-width="2.5" stroke-dasharray="12,3,2,3"',
} as const;

/** A chart for somebody else's page: the same drawing, with its title, its key and its source in the picture itself. */
export function standalone(svg: string, { title, source, lines }: Said): string {
  const inner = svg.replace(/^<svg/, '<svg y="60"');
  const key = lines.map(
    ({ name, look }, place) =>
      `<line x1="${20 + place * 220}" x2="${54 + place * 220}" y1="46" y2="46" ${STROKES[look]}/>` +
      `<text x="${62 + place * 220}" y="51" font-size="14">${escaped(name)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 ${HEIGHT + 100}" role="img" font-family="Arial, Helvetica, sans-serif">`,
    `<title>${escaped(title)}</title><desc>${escaped(`${title}. Source: ${source}.`)}</desc>`,
    `<rect width="680" height="${HEIGHT + 100}" fill="#ffffff"/>`,
    `<text x="20" y="24" font-size="17" font-weight="bold">${escaped(title)}</text>`,
    ...key,
    inner,
    `<text x="20" y="${HEIGHT + 88}" font-size="12">Source: ${escaped(source)}. Open Government Licence v3.0.</text>`,
    '</svg>',
  ].join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
