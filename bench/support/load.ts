import { Agent, request } from 'node:http';

export type Load = { perSecond: number; p50: number; p99: number; failed: number };

/** Asks for pages, `at` of them at a time, until `count` have been answered; milliseconds are of whole answers. */
export async function load(
  address: string,
  count: number,
  at: number,
  next: () => { path: string; cookie: string },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: at });
  const times: number[] = [];
  let failed = 0;
  let asked = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: at }, async () => {
      while (asked < count) {
        asked += 1;
        const { path, cookie } = next();
        const from = performance.now();
        if ((await get(agent, `${address}${path}`, cookie)) !== 200) failed += 1;
        times.push(performance.now() - from);
      }
    }),
  );
  agent.destroy();
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: quantile(0.5), p99: quantile(0.99), failed };
}

function get(agent: Agent, url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { cookie: `opensend_session=${cookie}` } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end();
  });
}
