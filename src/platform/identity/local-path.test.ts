import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('an address of this service is kept, with its query', () => {
  expect(localPath('/cases?who=mine')).toBe('/cases?who=mine');
});

test.each([
  '',
  'cases',
  'https://elsewhere.example',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  '/cases/..//elsewhere.example',
  '/%2e//elsewhere.example',
  'javascript:alert(1)',
])('%j leads elsewhere, and is refused', (asked) => {
  expect(localPath(asked)).toBeNull();
});

test.each(['/sign-in', '/sign-in?to=/sign-in', '/sign-in/return', '/sign-out', '/demo-identity/auth'])(
  '%s would go round in circles, and is refused',
  (asked) => {
    expect(localPath(asked)).toBeNull();
  },
);
