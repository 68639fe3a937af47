import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Load = { perSecond: number; p50: number; p99: number; failed: number };
export type Asked = { path: string; cookie: string };

const AT_ONCE = 16;
const SECONDS = 8;
/** Longer where it is asked how long the slowest in a hundred waits: of the requests of eight seconds that is eight. */
const PACED_SECONDS = 20;

/** Asks for pages in turn with wrk, as fast as they come on 16 connections. */
export async function rate(address: string, pages: readonly Asked[]): Promise<Load> {
  return wrk(address, pages, '', SECONDS);
}

/** The same at so many a second, a hundred unless said: how long somebody waits when the service is not at its limit. */
export async function paced(address: string, pages: readonly Asked[], perSecond = 100): Promise<Load> {
  // Each connection waits a little before each request, so that all of them together ask that many times a second; and before its
  // first any part of that, since sixteen who begin at one moment would wait for each other and nothing else.
  const wait = (AT_ONCE * 1000) / perSecond;
  const delay = `local begun = 0
     function delay()
       begun = begun + 1
       if begun <= ${AT_ONCE} then return math.random(0, ${wait}) end
       return ${wait} + math.random(-20, 20)
     end`;
  return wrk(address, pages, delay, PACED_SECONDS);
}

async function wrk(address: string, pages: readonly Asked[], more: string, seconds: number): Promise<Load> {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-wrk-'));
  const script = join(folder, 'pages.lua');
  const list = pages.map(({ path, cookie }) => `{"${path}","opensend_session=${cookie}"}`).join(',');
  await writeFile(
    script,
    `local pages = {${list}}
     local turn = 0
     request = function()
       turn = turn + 1
       local page = pages[turn % #pages + 1]
       return wrk.format("GET", page[1], { ["Cookie"] = page[2] })
     end
     ${more}
     done = function(summary, latency)
       local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
       io.write(string.format("RESULT %f %f %f %d\\n", summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
     end`,
  );
  const said = await run(['-t1', `-c${AT_ONCE}`, `-d${seconds}s`, '-s', script, address]);
  await rm(folder, { recursive: true, force: true });
  const [, perSecond, p50, p99, failed] = /RESULT (\S+) (\S+) (\S+) (\d+)/.exec(said) ?? [];
  if (perSecond === undefined) throw new Error(`wrk said nothing that could be read: ${said}`);
  return { perSecond: Number(perSecond), p50: Number(p50), p99: Number(p99), failed: Number(failed) };
}

function run(options: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('wrk', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('error', () => reject(new Error('wrk is not here: on Debian, apt-get install wrk')));
    child.on('close', () => resolve(said));
  });
}
