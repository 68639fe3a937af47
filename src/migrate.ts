import { migrate } from './platform/database/index.ts';

// Apart from starting: run by whoever owns the schema, before a new version of the service is.
const ownerUrl = process.env['DATABASE_OWNER_URL'];
if (ownerUrl === undefined || ownerUrl === '') {
  process.stderr.write('Set DATABASE_OWNER_URL to the address of the database, signed in as its owner\n');
  process.exit(2);
}
try {
  const applied = await migrate(ownerUrl, process.env['APP_PASSWORD']);
  process.stdout.write(
    applied.length === 0 ? 'The schema is up to date\n' : `Applied ${applied.join(', ')}\n`,
  );
} catch (error) {
  process.stderr.write(
    `The schema was not changed: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
