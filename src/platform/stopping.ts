import { Refused } from './refused.ts';

/** What a starting service is told of being stopped, and tells of how to stop what it has started. */
export type Stopping = {
  /** Called in the opposite order of being given; one that takes longer than `within` milliseconds is not waited for. */
  onStop(stop: () => Promise<void>, options?: { within?: number }): void;
  /** Between two steps of starting: ends the start when a stop was asked for meanwhile. */
  throwIfAsked(): void;
  /** Stops everything and ends the process with one line: for when something it cannot do without has gone. */
  fail(reason: string): void;
};

/**
 * Runs `start`, and from then on waits: Ctrl-C, a closed terminal or SIGTERM stops what was started, in order, and exits 0.
 * A start that fails stops what it had started, prints one line and exits 1.
 */
export async function stopWhenAsked(start: (stopping: Stopping) => Promise<void>): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  let asked = false;
  const stopping: Stopping = {
    onStop: (stop, { within } = {}) => stops.push(() => settled(stop, within)),
    throwIfAsked: () => {
      if (asked) throw new Refused('it was stopped');
    },
    fail: (reason) => void end(1, reason),
  };
  const starting = start(stopping).then(
    () => null,
    (error: unknown) => inOneLine(error),
  );

  // Stopping while it starts: what is there is stopped, which ends the step under way, and then what that step left.
  async function end(code: number, reason: string | null): Promise<void> {
    if (asked) return;
    asked = true;
    if (reason !== null) process.stderr.write(`${reason}\n`);
    await stopAll(stops);
    await starting;
    await stopAll(stops);
    process.exit(code);
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0, null));
  // A defect nobody caught: the server under it would otherwise be left running alone.
  process.on('uncaughtException', (error) => void end(1, error.stack ?? String(error)));
  const failure = await starting;
  if (failure !== null) await end(1, failure);
}

async function stopAll(stops: (() => Promise<void>)[]): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

async function settled(stop: () => Promise<void>, within?: number): Promise<void> {
  const stopped = stop().catch(() => undefined);
  if (within === undefined) return stopped;
  await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, within).unref())]);
}

function inOneLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return error instanceof Refused
    ? `OpenSEND did not start: ${line}`
    : `OpenSEND did not start, and should have: ${line}`;
}
