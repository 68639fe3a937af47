import { expect, test } from 'vitest';
import type { ListedRoute } from '../http/types.ts';
import { pageToReturnTo } from './page-to-return-to.ts';

const routes: ListedRoute[] = [
  { method: 'GET', url: '/', access: 'public' },
  { method: 'GET', url: '/colleagues', access: 'organisation' },
  { method: 'POST', url: '/colleagues/:accountId/removal', access: 'organisation' },
  { method: 'GET', url: '/requests/:requestId/decision', access: 'staff' },
  { method: 'POST', url: '/requests/:requestId/decision', access: 'staff' },
];

test.each([
  ['/colleagues', '/colleagues'],
  ['/colleagues?by=name', '/colleagues?by=name'],
  ['/requests/7/decision', '/requests/7/decision'],
  ['/colleagues/7/removal', '/colleagues'],
  ['/requests//decision', '/'],
  ['/nothing/like/it', '/'],
  ['/', '/'],
])('from %s, signing in comes back to %s', (address, page) => {
  expect(pageToReturnTo(address, routes)).toBe(page);
});
