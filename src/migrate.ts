import { deriveFigures } from './capabilities/dashboards/index.ts';
import { readConfig } from './platform/config/index.ts';
import { migrate } from './platform/database/index.ts';
import { Refused } from './platform/refused.ts';

// Apart from starting: run by whoever owns the schema, before a new version of the service is.
try {
  const { ownerUrl, appPassword } = readConfig().database;
  if (ownerUrl === null) {
    throw new Refused('set DATABASE_OWNER_URL to the address of the database, signed in as its owner');
  }
  const applied = await migrate(ownerUrl, appPassword ?? undefined);
  await deriveFigures(ownerUrl);
  const words = applied.length === 0 ? 'The schema is up to date' : `Applied ${applied.join(', ')}`;
  process.stdout.write(`${words}\n`);
} catch (error) {
  process.stderr.write(`The schema was not changed: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
