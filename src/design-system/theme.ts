/** An authority's own colours, as its configuration gives them: `#` and six hexadecimal figures. */
export type Theme = {
  /** Behind the authority's name, which is white. */
  header: string;
  /** Lines and banners. */
  brand: string;
};

export const DEFAULT_THEME: Theme = { header: '#12393d', brand: '#00625b' };

/** The theme of an authority that has one colour of its own; the default where it has none. */
export function themeOf(colour: string | null): Theme {
  return colour === null ? DEFAULT_THEME : { header: colour, brand: colour };
}

// WCAG 2.2, 1.4.3 Contrast (Minimum), for text of any size.
const LEAST_CONTRAST = 4.5;

/** The stylesheet that gives every page the authority's colours. Refuses a colour white words cannot be read on. */
export function themeStylesheet(theme: Theme): string {
  for (const [part, colour] of Object.entries(theme)) {
    if (!/^#[0-9a-f]{6}$/i.test(colour))
      throw new Error(`the ${part} colour must be # and six hexadecimal figures`);
    if (contrastWithWhite(colour) < LEAST_CONTRAST) {
      throw new Error(`the ${part} colour ${colour} is too light: white words on it cannot be read`);
    }
  }
  return `:root{--opensend-header-colour:${theme.header};--govuk-brand-colour:${theme.brand}}\n`;
}

function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
