import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { parseConfig } from '../config/index.ts';
import { roadsOf } from './index.ts';

/* A small server on loopback that speaks as OSRM does, or as a broken one does. */

const FROM = { latitude: 51.7491, longitude: -0.3413 };
const TO = [
  { latitude: 51.7486, longitude: -0.3166 },
  { latitude: 51.8, longitude: -0.2 },
];

let server: Server | null = null;
const asked: string[] = [];

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(null));
  server = null;
  asked.length = 0;
});

async function listening(answer: RequestListener): Promise<string> {
  const started = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', () => resolve()));
  const { port } = z.object({ port: z.number() }).parse(started.address());
  return `http://127.0.0.1:${port}`;
}

const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const TABLE = {
  code: 'Ok',
  durations: [[0, 360, 1500.6]],
  distances: [[0, 2200.4, 15_300]],
  sources: [{ location: [-0.3413, 51.7491], name: 'A Street', hint: 'x' }],
};

const warnings: unknown[] = [];
const logger = { warn: (...said: unknown[]) => void warnings.push(said) };
const roads = (settings: Record<string, string>, clock?: () => number) =>
  roadsOf(parseConfig(settings), logger, clock);

test('a routing server is asked once for all the places, longitude first, and says how far and how long', async () => {
  const ROUTING_URL = await listening(json(TABLE));
  const [near, far] = await roads({ ROUTING_URL })(FROM, TO);
  expect(near?.road).toEqual({ how: 'routed', km: 2.2004, minutes: 6 });
  expect(far?.road).toMatchObject({ how: 'routed', km: 15.3 });
  expect(near?.straightKm).toBeCloseTo(1.7, 1);
  expect(asked).toEqual([
    '/table/v1/driving/-0.34130,51.74910;-0.31660,51.74860;-0.20000,51.80000?sources=0&annotations=duration,distance',
  ]);
});

test('where no road goes is said to have none', async () => {
  const ROUTING_URL = await listening(
    json({ ...TABLE, durations: [[0, null, 60]], distances: [[0, null, 900]] }),
  );
  const [island, near] = await roads({ ROUTING_URL })(FROM, TO);
  expect([island?.road?.how, near?.road?.how]).toEqual(['no road', 'routed']);
});

test('without a server a factor makes an estimate, the authority’s before ours, and with none there is only the straight line', async () => {
  const [estimated] = await roads({ ROAD_FACTOR: '1.3' })(FROM, TO);
  expect(estimated?.road).toEqual({
    how: 'estimated',
    km: (estimated?.straightKm ?? 0) * 1.3,
    factor: 1.3,
  });
  expect((await roads({})(FROM, TO))[0]?.road).toMatchObject({ how: 'estimated', factor: 1.4 });
  const [straight] = await roads({ ROAD_FACTOR: 'none' })(FROM, TO);
  expect(straight).toEqual({ straightKm: estimated?.straightKm, road: null });
});

test.each<[string, RequestListener]>([
  ['refuses', json({ code: 'InvalidQuery', message: 'no' }, 400)],
  ['answers that it could not', json({ code: 'NoTable' })],
  ['answers with a page', (_, response) => response.end('<html>Bad gateway</html>')],
  ['answers for another number of places', json({ ...TABLE, durations: [[0, 1]], distances: [[0, 1]] })],
  ['answers with distances below nothing', json({ ...TABLE, distances: [[0, -5, 1]] })],
  ['hangs up', (request) => request.socket.destroy()],
  [
    'redirects elsewhere',
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ],
  [
    'answers without end',
    (_, response) => {
      const send = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', send);
      send();
    },
  ],
])('a server that %s leaves the estimate, and is then left alone for half a minute', async (_how, answer) => {
  const ROUTING_URL = await listening(answer);
  let now = 0;
  const ask = roads({ ROUTING_URL, ROAD_FACTOR: '1.4' }, () => now);
  expect((await ask(FROM, TO))[1]?.road?.how).toBe('estimated');
  const times = asked.length;
  now = 29_000;
  expect((await ask(FROM, TO))[1]?.road?.how).toBe('estimated');
  expect(asked).toHaveLength(times);
  now = 31_000;
  await ask(FROM, TO);
  expect(asked.length).toBeGreaterThan(times);
});

test('a server that does not answer is waited for no longer than two seconds', async () => {
  const ROUTING_URL = await listening(() => undefined);
  const started = performance.now();
  expect((await roads({ ROUTING_URL })(FROM, TO))[0]?.road?.how).toBe('estimated');
  expect(performance.now() - started).toBeLessThan(5000);
});

test('where somebody looks from is in no log', async () => {
  warnings.length = 0;
  await roads({ ROUTING_URL: 'http://127.0.0.1:1' })(FROM, TO);
  expect(warnings).toHaveLength(1);
  expect(JSON.stringify(warnings)).not.toMatch(/51\.|0\.34/);
});

test.each([
  [{ ROUTING_URL: 'osrm' }, 'ROUTING_URL must be an address'],
  [{ ROAD_FACTOR: '0.5' }, 'ROAD_FACTOR must be a number from 1 to 3, or none'],
  [{ ROAD_FACTOR: 'far' }, 'ROAD_FACTOR must be a number from 1 to 3, or none'],
])('%o cannot be used', (settings, why) => {
  expect(() => parseConfig(settings)).toThrow(why);
});
