import { Socket } from 'node:net';

/**
 * A connection that sends all that is written in one turn together: several questions cost the database one message.
 * Its `write` is replaced once it is connected: connecting gives a socket Node's own again, whatever it had before.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  socket.once('connect', () => {
    const write = socket.write;
    let gathering = false;
    // biome-ignore lint/suspicious/noExplicitAny: the socket's own many shapes of call, passed on as they are
    socket.write = (...written: any[]): boolean => {
      if (!gathering) {
        gathering = true;
        socket.cork();
        const send = () => {
          gathering = false;
          socket.uncork();
        };
        // Once more round: a transaction that ends with its last questions says so only when they have been put.
        process.nextTick(() => queueMicrotask(() => process.nextTick(send)));
      }
      return Reflect.apply(write, socket, written);
    };
  });
  return socket;
}
