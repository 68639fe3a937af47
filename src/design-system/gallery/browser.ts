import { type Browser, chromium, type Page } from 'playwright-core';
import { renderToString } from 'preact-render-to-string';
import { CHROMIUM_FLAGS, findChromium } from '../../../test/support/chromium.ts';
import { assets } from '../assets.ts';
import { GALLERY } from './index.ts';

const ORIGIN = 'http://gallery.example';

// As the service sends it: nothing inline, nothing from elsewhere.
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'";

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
}

export function galleryHtml(name: string): string {
  const page = GALLERY[name];
  if (page === undefined) throw new Error(`there is no gallery page called ${name}`);
  return `<!DOCTYPE html>\n${renderToString(page())}`;
}

/** A page of the gallery in a real browser, served from memory; what the browser complains of is added to `complaints`. */
export async function openGalleryPage(
  browser: Browser,
  name: string,
  options: { width: number; complaints: string[]; scripts?: boolean },
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: options.width, height: 900 },
    javaScriptEnabled: options.scripts ?? true,
  });
  const files = new Map(assets().map((asset) => [asset.url, asset]));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') options.complaints.push(message.text());
  });
  page.on('pageerror', (error) => options.complaints.push(error.message));
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    const file = files.get(url.pathname);
    if (url.origin !== ORIGIN || (file === undefined && url.pathname !== '/')) {
      options.complaints.push(`asked for ${url.href}`);
      return route.abort();
    }
    return route.fulfill(
      file === undefined
        ? {
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': POLICY },
            body: galleryHtml(name),
          }
        : { contentType: file.contentType, body: file.body },
    );
  });
  await page.goto(`${ORIGIN}/`);
  return page;
}
