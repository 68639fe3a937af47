import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../src/platform/config/index.ts';
import { type TestApp, testApp } from './support/app.ts';
import { anAuthority } from './support/database.ts';

/* docs/complaints.md says of each complaint which page and which test answers it. What it names has to be there. */

const text = readFileSync(join(PROJECT, 'docs', 'complaints.md'), 'utf8');
const answers = text
  .split(/^### /m)
  .slice(1)
  .map((part) => {
    const [title = '', ...lines] = part.split('\n');
    const line = (name: string) =>
      lines.find((one) => one.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
    return {
      number: Number(title.split('.')[0]),
      pages: [...line('Pages').matchAll(/`([^`]+)`/g)].map(([, page = '']) => page),
      tests: [...line('Tests').matchAll(/`([^`]+)` “([^”]+(?:”[^”`]*“[^”]*)*)”/g)].map(
        ([, file = '', name = '']) => ({ file, name }),
      ),
    };
  });

let service: TestApp;
beforeAll(async () => {
  service = await testApp(await anAuthority());
});

test('complaints 1 to 36, 41 to 46 and 55 are each answered, in their order', () => {
  const first = Array.from({ length: 36 }, (_, place) => place + 1);
  expect(answers.map(({ number }) => number)).toEqual([...first, 41, 42, 43, 44, 45, 46, 55]);
});

describe.each(answers)('complaint $number', ({ pages, tests }) => {
  test('names pages that the service has', () => {
    expect(pages.length).toBeGreaterThan(0);
    const routes = new Set(service.app.listedRoutes.map(({ url }) => url));
    expect(pages.filter((page) => !routes.has(page))).toEqual([]);
  });

  test('names tests that are run', () => {
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, name } of tests) {
      const source = readFileSync(join(PROJECT, file), 'utf8');
      expect([file, name, source.includes(`('${name}'`) || source.includes(`'${name}',`)]).toEqual([
        file,
        name,
        true,
      ]);
    }
  });
});
