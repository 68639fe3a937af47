import { expect, inject, test } from 'vitest';
import { staleSchemaFiles } from '../../src/platform/database/schema-files.ts';

test('the description of every table is what the migrations make: run node bootstrap.mjs schema', async () => {
  expect(await staleSchemaFiles(inject('ownerUrl'))).toEqual([]);
});
