import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PICTURES } from './easy-read/pictures.ts';
import { DEFAULT_THEME, type Theme, themeStylesheet } from './theme.ts';

/** A file the pages ask for. */
export type Asset = {
  url: string;
  contentType: string;
  body: string | Buffer;
  /** The address holds a digest of the content, so a browser may keep it for ever. */
  immutable: boolean;
};

const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const SVG = 'image/svg+xml';

const require = createRequire(import.meta.url);
const mojImages: Asset[] = [];

const styles = digested(
  'opensend.css',
  CSS,
  [
    ourOwn(packaged('govuk-frontend/dist/govuk/govuk-frontend.min.css')),
    mojStyles(packaged('@ministryofjustice/frontend/moj/moj-frontend.min.css')),
    beside('opensend.css'),
    beside('print.css'),
  ].join('\n'),
);
const govukScript = digested(
  'govuk-frontend.js',
  SCRIPT,
  packaged('govuk-frontend/dist/govuk/govuk-frontend.min.js').replace(/\n\/\/# sourceMappingURL=.*$/m, ''),
);
const start = digested(
  'start.js',
  SCRIPT,
  beside('start.js').replace('./govuk-frontend.js', govukScript.url),
);
const enable = digested('enable.js', SCRIPT, beside('enable.js'));
const upload = digested('upload.js', SCRIPT, beside('upload.js'));
const keep = digested('keep.js', SCRIPT, beside('keep.js'));
const readAloud = digested('read-aloud.js', SCRIPT, beside('read-aloud.js'));
const icon = digested('icon.svg', SVG, beside('icon.svg'));
const pictures: readonly Asset[] = PICTURES.map(({ url, drawing }) => ({
  url,
  contentType: SVG,
  body: drawing,
  immutable: true,
}));

/** Where each file is, for the page's frame. */
export const ASSET_URLS = {
  styles: styles.url,
  theme: '/assets/theme.css',
  start: start.url,
  enable: enable.url,
  upload: upload.url,
  keep: keep.url,
  readAloud: readAloud.url,
  icon: icon.url,
} as const;

/** Every file the pages ask for, with the authority's colours. All are the service's own: no page asks another site. */
export function assets(theme: Theme = DEFAULT_THEME): readonly Asset[] {
  const colours: Asset = {
    url: ASSET_URLS.theme,
    contentType: CSS,
    body: themeStylesheet(theme),
    immutable: false,
  };
  return [
    styles,
    colours,
    govukScript,
    start,
    enable,
    upload,
    keep,
    readAloud,
    icon,
    ...mojImages,
    ...pictures,
  ];
}

/** GOV.UK's typeface and the royal crest may be used on gov.uk alone. */
function ourOwn(css: string): string {
  return css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'Arial,Helvetica,sans-serif')
    .replace(/\.govuk-footer__copyright-logo:before\{[^}]*\}/g, '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
}

function mojStyles(css: string): string {
  return ourOwn(css).replace(/url\(\/assets\/images\/([\w-]+\.svg)\)/g, (_, name: string) => {
    const image = digested(name, SVG, packaged(`@ministryofjustice/frontend/moj/assets/images/${name}`));
    if (!mojImages.some(({ url }) => url === image.url)) mojImages.push(image);
    return `url(${image.url})`;
  });
}

function digested(name: string, contentType: string, body: string): Asset {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { url: `/assets/${name.replace('.', `.${digest}.`)}`, contentType, body, immutable: true };
}

function packaged(path: string): string {
  return readFileSync(require.resolve(path), 'utf8');
}

function beside(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
