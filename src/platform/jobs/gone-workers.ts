import type { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Services } from '../services.ts';

/* A job is marked with the pool of workers that took it. One that is killed marks it no longer as done or failed, and the
   queue itself gives such a job up for lost only after four hours. */

/** The pools of this process, alive for as long as it holds a lock by the name of each in the database. */
type Watch = { client: pg.Client | null; ids: Set<string> };

/**
 * Tells other processes that the pools made from now on are alive, and gives back the jobs of those that are gone: whose
 * lock nobody holds, and whose job was taken longer ago than any message to a provider is under way.
 */
export async function watchWorkers(
  services: Services,
  events: EventEmitter,
): Promise<{ stop(): Promise<void> }> {
  const watch: Watch = { client: null, ids: new Set() };
  const after = services.config.workerGoneSeconds;
  let turn = Promise.resolve();
  // Whatever goes wrong is gone about again at the next turn, with a connection that is new.
  const look = () => {
    turn = turn
      .then(() => holdAndGiveBack(watch, services.databaseUrl, after))
      .catch(async () => {
        await watch.client?.end().catch(() => undefined);
        watch.client = null;
      });
  };
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    watch.ids.add(workerPool.id);
    look();
  });
  look();
  const timer = setInterval(look, (after * 1000) / 3);
  return {
    async stop() {
      clearInterval(timer);
      await turn;
      await watch.client?.end().catch(() => undefined);
    },
  };
}

async function holdAndGiveBack(watch: Watch, databaseUrl: string, after: number): Promise<void> {
  const ids = [...watch.ids];
  if (watch.client === null) {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    client.on('end', () => {
      if (watch.client === client) watch.client = null;
    });
    await client.connect();
    watch.client = client;
  }
  await watch.client.query(HOLD, [ids]);
  await watch.client.query(GIVE_BACK, [ids, after]);
}

const LOCK = `hashtext('opensend worker'), hashtext(id)`;

// A lock held already is not taken a second time, and goes with the connection.
const HOLD = `
  select pg_try_advisory_lock(${LOCK}) from unnest($1::text[]) as id
  where not exists (
    select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
      and classid::bigint = hashtext('opensend worker')::bigint & 4294967295 and objid::bigint = hashtext(id)::bigint & 4294967295)`;

const GIVE_BACK = `
  select graphile_worker.force_unlock_workers(coalesce(array_agg(id), '{}')) from (
    select distinct locked_by as id from graphile_worker.jobs
    where locked_at < now() - make_interval(secs => $2) and locked_by <> all($1::text[])) taken
  where pg_try_advisory_xact_lock(${LOCK})`;
