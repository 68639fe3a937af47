import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { gatheringSocket } from './gathering-socket.ts';

const server = createServer();
afterEach(() => {
  server.close();
});

test('what is written in one turn is sent as one message, in its order, however it is written', async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const socket = gatheringSocket().connect(port, '127.0.0.1');
  const [[there]] = await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
  const came: string[] = [];
  there.on('data', (part: Buffer) => came.push(part.toString()));

  socket.write('begin ');
  await Promise.resolve();
  socket.cork();
  socket.write('first ');
  socket.write('question ');
  socket.uncork();
  await Promise.resolve();
  socket.write('second');
  expect(socket.writableLength, 'nothing is sent before the turn is over').toBe(27);
  await once(there, 'data');
  expect(came).toEqual(['begin first question second']);
  socket.write(' third');
  await once(there, 'data');
  expect(came.at(-1)).toBe(' third');
  socket.destroy();
});
