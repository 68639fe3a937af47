import { parseHTML } from 'linkedom';
import type { Shown } from '../../src/design-system/easy-read/lint.ts';

/* An Easy Read page as it came over HTTP, read back into what the lint takes. */

export type EasyPage = Shown & {
  /** The address of the same page as it usually is. */
  usual: string | null;
  /** Where its own links lead. */
  links: readonly string[];
  attribution: string;
};

/** Null where the page is not in Easy Read. */
export function readEasyRead(html: string): EasyPage | null {
  const { document } = parseHTML(html);
  const page = document.querySelector('.opensend-easy');
  if (page === null) return null;
  return {
    title: ownWords(page.querySelector('h1')),
    headings: [...page.querySelectorAll('h2')].map(ownWords),
    blocks: [...page.querySelectorAll('.opensend-easy__block')].map((block) => ({
      picture: block.querySelector('img.opensend-easy__picture')?.getAttribute('src') ?? null,
      lines: [...block.querySelectorAll('p:not(.govuk-error-message)')].map(ownWords),
      asked: [...block.querySelectorAll('label, legend')].map(ownWords),
      quoted: block.querySelector('blockquote')?.textContent?.length ?? 0,
    })),
    usual: otherOf(html),
    links: [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
    attribution: document.querySelector('.opensend-easy__made')?.textContent ?? '',
  };
}

/** The address a page gives for its twin. */
export function otherOf(html: string): string | null {
  const { document } = parseHTML(html);
  return document.querySelector('.opensend-easy-link a')?.getAttribute('href') ?? null;
}

// A name or a day from the file is nobody's choice of word here.
function ownWords(element: Element | null): string {
  if (element === null) return '';
  const copy = element.cloneNode(true);
  if (!('querySelectorAll' in copy) || typeof copy.querySelectorAll !== 'function') return '';
  for (const theirs of copy.querySelectorAll('bdi')) theirs.textContent = '□';
  return (copy.textContent ?? '').trim();
}
