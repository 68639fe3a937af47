import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT, parseConfig } from './index.ts';

test('with nothing set: the embedded server, this machine alone, port 3000', () => {
  const config = parseConfig({});
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    demo: true,
  });
  expect(config.database.url).toBeNull();
  expect(config.dataDir).toBe(join(PROJECT, '.data'));
});

test('with a database of its own it listens to every address, unless told otherwise', () => {
  const DATABASE_URL = 'postgres://app:secret@db.example:5432/opensend';
  expect(parseConfig({ DATABASE_URL }).host).toBe('0.0.0.0');
  expect(parseConfig({ DATABASE_URL, HOST: '10.0.0.4' }).host).toBe('10.0.0.4');
});

test('an empty setting is one that is not set', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, database: { url: null } });
});

describe('a setting that cannot be used is refused by name, with what it must be', () => {
  test.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535'],
    [
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL must be an address like postgres://user:password@host:5432/name',
    ],
    [{ DEMO: 'perhaps' }, 'DEMO must be true or false'],
    [{ OIDC_ISSUER: 'login.example' }, 'OIDC_ISSUER must be an address that begins https://'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be fatal, error, warn, info, debug or silent'],
    [
      { S3_ENDPOINT: 'https://store.example' },
      'S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it',
    ],
  ])('%o', (env, message) => {
    expect(() => parseConfig(env)).toThrow(message);
  });

  test('and what it was given, which may be a secret, is never said', () => {
    expect(() => parseConfig({ DATABASE_URL: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
  });
});

test('nothing else reads the environment', async () => {
  const reading = [];
  for await (const file of glob('src/**/*.{ts,tsx}', { cwd: PROJECT })) {
    const text = await readFile(join(PROJECT, file), 'utf8');
    if (text.includes('process.env') && !file.endsWith('.test.ts')) reading.push(file);
  }
  expect(reading).toEqual([join('src', 'platform', 'config', 'index.ts')]);
});

test('every setting is described in the operations guide', async () => {
  const source = await readFile(join(PROJECT, 'src', 'platform', 'config', 'index.ts'), 'utf8');
  const guide = await readFile(join(PROJECT, 'docs', 'operations.md'), 'utf8');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1] ?? '');
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
