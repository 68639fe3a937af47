import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { aPage } from './gallery/page.ts';
import { Layout } from './index.ts';

const html = (changes: Parameters<typeof aPage>[0], extra: { errors?: Record<string, string> } = {}) =>
  renderToString(
    <Layout title="Your child" page={aPage(changes)} {...extra}>
      <h1>Your child</h1>
    </Layout>,
  );

test('the title names the page, the service and the authority', () => {
  expect(html({})).toContain(
    '<title>Your child – Special educational needs and disabilities – Ashmere County Council</title>',
  );
});

test('the title says first that something is wrong', () => {
  expect(html({}, { errors: { name: 'Enter a name' } })).toContain('<title>Error: Your child –');
  expect(html({}, { errors: {} })).toContain('<title>Your child –');
});

test('a demonstration says so on every page, and nothing else does', () => {
  expect(html({ demo: true })).toContain('Every person and place here is invented');
  expect(html({ demo: false })).not.toContain('invented');
});

test('families, and they alone, can leave the page at once', () => {
  expect(html({ audience: 'family' })).toContain('data-module="govuk-exit-this-page"');
  for (const audience of ['public', 'organisation', 'staff'] as const) {
    expect(html({ audience })).not.toContain('exit-this-page');
  }
});

test('the navigation marks the page itself, and the part a page is within', () => {
  const navigation = [
    { href: '/requests', text: 'Requests' },
    { href: '/plans', text: 'Plans' },
  ];
  expect(html({ navigation, path: '/requests' })).toContain('href="/requests" aria-current="page"');
  expect(html({ navigation, path: '/requests/7' })).toContain('href="/requests" aria-current="true"');
  expect(html({ navigation, path: '/requests-archive' })).not.toContain('aria-current');
});

test('whoever is signed in is named, and can sign out', () => {
  const page = html({ signedIn: { name: 'Sam Okafor', description: 'SEND team' } });
  expect(page).toContain('Sam Okafor (SEND team)');
  expect(page).toContain('method="post" action="/sign-out"');
  expect(html({})).not.toContain('/sign-out');
});

test('every page leads to the rules, the privacy notice, the cookies page and the accessibility statement', () => {
  for (const href of ['/rules', '/privacy', '/cookies', '/accessibility'])
    expect(html({})).toContain(`href="${href}"`);
});

test('nothing is inline: no script, no style, no handler', () => {
  const page = html({ audience: 'family', signedIn: { name: 'A', description: 'Family' } });
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
});

test('nothing of gov.uk’s own is there: no crown, no logo', () => {
  expect(html({})).not.toMatch(/crown|logotype|GOV\.UK/i);
});

test('pages behind a door are kept out of search engines', () => {
  expect(html({ audience: 'family' })).toContain('content="noindex"');
  expect(html({ audience: 'public' })).not.toContain('noindex');
});
