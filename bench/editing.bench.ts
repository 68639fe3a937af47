import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { addDrafts, countOtherwise, EVIDENCE, NEED_ID } from './support/drafts.ts';
import { aService, CASEWORKER } from './support/service.ts';
import { type Measured, spread } from './support/table.ts';

/* Ten colleagues at once, each writing in a plan of forty rows: a section opened and saved, an area opened, one of its rows
   opened and saved, as the real service answers. What was acknowledged is looked for afterwards. */

const CASES = 3000;
const WRITERS = 10;
/** Enough that p99 is the tenth slowest of a step, and not the second. */
const ROUNDS = 100;
/** Milliseconds each waits, on average, before the next thing: together they ask some thirty times a second. */
const PAUSE = 300;

const STEPS = {
  nothing: '/health',
  'opening a section': '/sections/a1',
  'saving a section': '/sections/a1',
  'opening an area of ten rows': '/sections/cognition-and-learning',
  'opening a row': `/sections/cognition-and-learning/rows/${NEED_ID}`,
  'saving a row': `/sections/cognition-and-learning/rows/${NEED_ID}`,
} as const;
type Step = keyof typeof STEPS;
type Taken = Record<Step, number[]> & { failed: number };
type Writer = { address: string; cookie: string; planId: string; taken: Taken };

/** How long each step takes, and how many plans do not say what was last acknowledged. */
export async function editing(): Promise<Measured[]> {
  const service = await aService(CASES);
  try {
    const plans = await addDrafts(service.owner, WRITERS);
    const at = { address: service.address, cookie: await service.signIn(CASEWORKER) };
    for (const planId of plans) await write({ ...at, planId, taken: none() }, 1);
    await Promise.all(plans.map((planId) => write({ ...at, planId, taken: none() }, 3)));
    const taken = none();
    const [started, before] = [performance.now(), await service.processor()];
    const last = await Promise.all(
      plans.map(async (planId) => [planId, await write({ ...at, planId, taken }, ROUNDS)] as const),
    );
    const seconds = (performance.now() - started) / 1000;
    const lost = await countOtherwise(service.owner, new Map(last));
    const processor = (await service.processor()) - before;
    return asked(taken, { seconds, lost, processor, memory: await service.memory() });
  } finally {
    await service.stop();
  }
}

type Came = { seconds: number; lost: number; processor: number; memory: number };

function asked(taken: Taken, { seconds, lost, processor, memory }: Came): Measured[] {
  const { nothing, failed, ...steps } = taken;
  const each = (processor / Object.values(steps).flat().length).toFixed(0);
  const health = spread(nothing);
  return Object.entries(steps).map(([step, times]) => {
    const { p50, p99 } = spread(times);
    return {
      what: `${step} of a plan of 40 rows, ${WRITERS} writing at once, web process ${memory} MB, ${each} ms of processor a step`,
      perSecond: times.length / seconds,
      p50,
      p99,
      beside: `×${(p50 / health.p50).toFixed(0)} /health, whose p99 is ${health.p99.toFixed(0)} ms; at most 80`,
      wrong: failed + lost,
    };
  });
}

function none(): Taken {
  return {
    failed: 0,
    nothing: [],
    'opening a section': [],
    'saving a section': [],
    'opening an area of ten rows': [],
    'opening a row': [],
    'saving a row': [],
  };
}

/** So many times round, each time in other words; answers the last of them. */
async function write(writer: Writer, rounds: number): Promise<string> {
  let words = '';
  for (let round = 0; round < rounds; round += 1) {
    words = `Invented words, ${randomUUID()}`;
    await step(writer, 'nothing');
    const section = await step(writer, 'opening a section');
    await step(writer, 'saving a section', { a1: words, version: versionIn(section) });
    await step(writer, 'opening an area of ten rows');
    const row = await step(writer, 'opening a row');
    const need = { kind: 'need', text: words, evidence: EVIDENCE };
    await step(writer, 'saving a row', { ...need, version: versionIn(row) });
  }
  return words;
}

async function step(
  { address, cookie, planId, taken }: Writer,
  name: Step,
  form?: Record<string, string>,
): Promise<string> {
  await setTimeout(Math.random() * 2 * PAUSE);
  const sent =
    form === undefined
      ? {}
      : { method: 'POST', body: new URLSearchParams({ ...form, idempotencyKey: randomUUID() }) };
  const [path, session] = name === 'nothing' ? ['', ''] : [`/plans/${planId}`, cookie];
  const headers = { cookie: `opensend_session=${session}`, 'sec-fetch-site': 'same-origin' };
  const started = performance.now();
  const answer = await fetch(`${address}${path}${STEPS[name]}`, { ...sent, headers, redirect: 'manual' });
  const body = await answer.text();
  taken[name].push(performance.now() - started);
  if (answer.status !== (form === undefined ? 200 : 303)) taken.failed += 1;
  return body;
}

function versionIn(page: string): string {
  return /name="version" value="([^"]+)"/.exec(page)?.[1] ?? '';
}
