const NOT_TO_COME_BACK_TO = /^\/(sign-in|sign-out|demo-identity)(\/|\?|$)/;

/**
 * Where to go after signing in: an address of this service, or null. Anything a browser could read as another site's
 * (`//elsewhere`, a backslash, a scheme) is refused, however it is spelled.
 */
export function localPath(asked: string): string | null {
  if (asked.length > 2000 || !asked.startsWith('/')) return null;
  if (/[\\\p{Cc}]/u.test(asked)) return null;
  const base = 'http://this.invalid';
  const address = URL.parse(asked, base);
  if (address === null || address.origin !== base) return null;
  const path = `${address.pathname}${address.search}`;
  // `/.//elsewhere` is tidied to `//elsewhere`.
  if (path.startsWith('//') || NOT_TO_COME_BACK_TO.test(path)) return null;
  return path;
}
