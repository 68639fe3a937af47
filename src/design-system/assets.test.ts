import { expect, test } from 'vitest';
import { assets } from './assets.ts';
import { DEFAULT_THEME, themeOf, themeStylesheet } from './theme.ts';

const text = assets().map(({ body }) => body.toString());

test('every file the stylesheets and scripts ask for is among those served', () => {
  const served = new Set(assets().map(({ url }) => url));
  const asked = text.flatMap((body) => [...body.matchAll(/url\(["']?([^)"']+)/g)].map(([, url = '']) => url));
  expect(asked.filter((url) => !served.has(url) && !url.startsWith('data:'))).toEqual([]);
  const imported = text.flatMap((body) => [...body.matchAll(/ from '([^']+)'/g)].map(([, url = '']) => url));
  expect(imported).toHaveLength(1);
  expect(served).toContain(imported[0]);
});

test('no file asks another site for anything', () => {
  for (const body of text) expect(body).not.toMatch(/(@import|url\()\s*["']?(https?:)?\/\//);
});

test('gov.uk’s own typeface and crest are nowhere', () => {
  for (const body of text) expect(body).not.toMatch(/GDS Transport|@font-face|govuk-crest/);
});

test('what may be kept for ever has its digest in its address', () => {
  for (const { url, immutable } of assets()) expect(/\.[0-9a-f]{12}\./.test(url)).toBe(immutable);
});

test('an authority’s own colours are served to every page', () => {
  const colours = assets(themeOf('#4b0082')).find(({ url }) => url === '/assets/theme.css');
  expect(colours?.body).toContain('#4b0082');
});

test('a colour that white words cannot be read on is refused', () => {
  expect(() => themeStylesheet({ ...DEFAULT_THEME, header: '#ffdd00' })).toThrow('too light');
  expect(() => themeStylesheet({ ...DEFAULT_THEME, brand: '#777777' })).toThrow('too light');
  expect(() => themeStylesheet({ ...DEFAULT_THEME, brand: '#767676' })).not.toThrow();
});

test('a colour is six figures and nothing more, so that no configuration writes a stylesheet', () => {
  for (const brand of ['red', '#123', '#00625b}body{display:none', 'url(x)']) {
    expect(() => themeStylesheet({ ...DEFAULT_THEME, brand })).toThrow('six hexadecimal figures');
  }
});
