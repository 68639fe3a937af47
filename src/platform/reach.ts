import type { HomeAuthority } from './services.ts';

/** How people reach the authority, as letters to them end: every way it has set, or its name. */
export function reachOf(authority: Pick<HomeAuthority, 'name' | 'phone' | 'email' | 'address'>): string {
  const ways = [authority.phone, authority.email, authority.address].filter((way) => way !== null);
  return ways.length === 0 ? authority.name : ways.join('; ');
}
