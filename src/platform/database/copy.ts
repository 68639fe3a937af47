import { once } from 'node:events';
import type pg from 'pg';

const DATA = 0x64;
const DONE = Buffer.from([0x63, 0, 0, 0, 4]);

type Texts = Iterable<string> | AsyncIterable<string>;

/**
 * Streams rows into `copy … from stdin` on one connection, as fast as the server takes them, and resolves once it has
 * them all. What `rows` throws fails the copy, and the transaction with it; what the server refuses ends `rows` before this
 * rejects, so that the connection is free for what is tried instead.
 */
export function copyIn(client: pg.Client, statement: string, rows: Texts): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let failure: unknown = null;
  let refused = false;
  let pumping: Promise<void> = Promise.resolve();
  // What the driver calls on a query of its own, as the server answers.
  client.query({
    submit: (connection: pg.Connection) => connection.query(statement),
    handleCopyInResponse: (connection: pg.Connection) => {
      pumping = pump(connection, rows, () => refused).catch((error: unknown) => {
        failure = error;
        connection.stream.write(message(0x66, 'stopped\0'));
      });
    },
    handleCommandComplete: () => undefined,
    // After an error the driver says nothing more of this query.
    handleError: (error: unknown) => {
      refused = true;
      pumping.finally(() => reject(failure ?? error));
    },
    handleReadyForQuery: () => resolve(),
  });
  return promise;
}

async function pump({ stream }: pg.Connection, rows: Texts, refused: () => boolean): Promise<void> {
  for await (const text of rows) {
    if (refused()) return;
    if (!stream.write(message(DATA, text))) await once(stream, 'drain');
  }
  stream.write(DONE);
}

function message(kind: number, text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  const all = Buffer.allocUnsafe(bytes + 5);
  all.writeUInt8(kind, 0);
  all.writeInt32BE(bytes + 4, 1);
  all.write(text, 5);
  return all;
}
