import { parseHTML } from 'linkedom';

const FONT = 15;

/**
 * What Plot draws, as the markup of an SVG without a style of its own and without words for whoever does not see it: the page
 * has those. It is made in a document of its own, and nothing of it stays.
 */
export function markupOf(draw: (document: Document) => SVGElement | HTMLElement): string {
  const { document } = parseHTML('<!doctype html><html></html>');
  const drawn = draw(document);
  drawn.querySelector('style')?.remove();
  drawn.removeAttribute('class');
  drawn.setAttribute('font-size', String(FONT));
  drawn.setAttribute('focusable', 'false');
  drawn.setAttribute('aria-hidden', 'true');
  for (const part of drawn.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-hidden');
  }
  return drawn.outerHTML.replaceAll(
    PLACES,
    (_, name: string, value: string) => `${name}="${rounded(value)}"`,
  );
}

// Where something is drawn; no word of a chart is among them.
const PLACES = /\b(c?[xy]|[xy][12]|d|transform|width|height)="([^"]*)"/g;

/** A tenth of a unit is finer than any screen shows, and a page of dots is half as long. */
function rounded(value: string): string {
  return value.replaceAll(/-?\d+\.\d{2,}(?:e-?\d+)?/g, (number) =>
    String(Math.round(Number(number) * 10) / 10),
  );
}
