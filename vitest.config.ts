import { defineConfig } from 'vitest/config';

// One process, one real PostgreSQL: files share the server and isolate themselves by authority (see test/support).
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
