import pg from 'pg';
import { Refused } from '../refused.ts';

/** A connection as the owner of the schema, for imports: to be ended by whoever asked. Refuses, in one line, where none can be had. */
export async function connectAsOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  // A server that ends half-way fails the query that waits for it; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    throw new Refused('the database at DATABASE_OWNER_URL cannot be reached with that name and password');
  }
}
