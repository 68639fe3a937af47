import type { ListedRoute } from '../http/types.ts';

/**
 * The page to come back to after signing in: the address itself, or, when only a form is sent there, the nearest page
 * above it, which shows that form. `address` is a local path.
 */
export function pageToReturnTo(address: string, routes: readonly ListedRoute[]): string {
  const pages = routes.filter((route) => route.method === 'GET').map((route) => route.url.split('/'));
  const segments = (address.split('?')[0] ?? '').split('/');
  for (let length = segments.length; length > 1; length--) {
    const candidate = segments.slice(0, length);
    if (!pages.some((page) => matches(page, candidate))) continue;
    return length === segments.length ? address : candidate.join('/');
  }
  return '/';
}

function matches(page: readonly string[], segments: readonly string[]): boolean {
  return (
    page.length === segments.length &&
    page.every((part, place) => part === segments[place] || (part.startsWith(':') && segments[place] !== ''))
  );
}
