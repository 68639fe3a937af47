import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type HeldSetting, type Register, registerOf } from '../src/capabilities/settings/held-register.ts';
import { nearest, within } from '../src/capabilities/settings/nearby.ts';
import { NEED_TYPES } from '../src/capabilities/settings/setting.ts';
import { factsOf } from '../src/capabilities/tailored-lists/facts.ts';
import { entryAt, tailoredList } from '../src/capabilities/tailored-lists/tailored-list.ts';
import { kmBetween, type Place } from '../src/shared/on-the-ground.ts';
import { placesOfEngland, settingsOfEngland } from './support/england.ts';
import { type Measured, spread } from './support/table.ts';
import { aChildFor } from './support/transfer.ts';

/* What is near, exactly, and tailored lists over the whole register: in one thread, then a national phase transfer in two. */

const POSTCODES = 1000;
const CHILDREN = 50_000;
const PROCESSES = 2;

export async function tailoredLists(): Promise<Measured[]> {
  const settings = await settingsOfEngland();
  const places = await placesOfEngland(POSTCODES);
  const register = registerOf(settings);
  return [
    exactness(settings, register, places),
    nearby('nearest 50 of the register', register, places, {}),
    nearby('nearest 50 that are primary', register, places, { phase: 'Primary' }),
    nearby('nearest 50 that name a need', register, places, { need: NEED_TYPES[0] }),
    explained(register, places),
    await transfer(),
  ];
}

/** The nearest 50 beside the truth: every setting's distance by the haversine formula. */
function exactness(settings: readonly HeldSetting[], register: Register, places: readonly Place[]): Measured {
  const started = performance.now();
  let wrong = 0;
  for (const place of places) {
    const truth = settings
      .flatMap((one) => (one.place === null ? [] : [kmBetween(place, one.place)]))
      .sort((one, other) => one - other);
    const found = nearest(register, place, 50);
    // To a tenth of a millimetre: two settings in one building are equally near.
    if (found.some(({ km }, at) => Math.abs(km - (truth[at] ?? 0)) > 1e-7)) wrong += 1;
  }
  const perSecond = (1000 * places.length) / (performance.now() - started);
  return {
    what: `nearest 50 are those by the great circle, ${places.length} postcodes`,
    perSecond,
    beside: '',
    wrong,
  };
}

function nearby(
  what: string,
  register: Register,
  places: readonly Place[],
  filter: { phase?: string; need?: string },
): Measured {
  for (const place of places) nearest(register, place, 50, filter);
  let wrong = 0;
  const taken = places.map((place) => {
    const started = performance.now();
    if (nearest(register, place, 50, filter).length !== 50) wrong += 1;
    return performance.now() - started;
  });
  return { what: `${what}, of ${register.size}`, ...spread(taken), beside: 'at most 2 ms', wrong };
}

/** A whole list with every reason of every setting read out of it. */
function explained(register: Register, places: readonly Place[]): Measured {
  const facts = factsOf(register, []);
  let [wrong, most] = [0, 0];
  const list = (place: Place, number: number) => {
    const near = within(register, place, 50);
    const made = tailoredList(facts, near, aChildFor(number));
    for (let at = 0; at < made.size; at += 1) if (entryAt(made, at).reasons.open !== 'open') wrong += 1;
    if (made.size !== near.length) wrong += 1;
    most = Math.max(most, made.size);
  };
  places.slice(0, 100).forEach(list);
  const before = process.cpuUsage();
  const taken = places.map((place, number) => {
    const started = performance.now();
    list(place, number);
    return performance.now() - started;
  });
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1000 / places.length).toFixed(1);
  return {
    what: `explained list of every setting within 50 km, up to ${most}`,
    ...spread(taken),
    beside: `${cpu} ms of processor; at most 30 ms`,
    wrong,
  };
}

async function transfer(): Promise<Measured> {
  const children = await Promise.all(Array.from({ length: PROCESSES }, (_, at) => aProcess(at)));
  const started = performance.now();
  const shares = await Promise.all(
    children.map(async (child) => {
      child.send('begin');
      const [share]: { considered: number; cpu: number }[] = await once(child, 'message');
      if (share === undefined) throw new Error('a process gave nothing');
      return share;
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const sum = (of: (share: { considered: number; cpu: number }) => number) =>
    shares.reduce((all, share) => all + of(share), 0);
  const each = Math.round(sum(({ considered }) => considered) / CHILDREN);
  return {
    what: `${CHILDREN} children’s lists in ${PROCESSES} processes, ${each} settings each`,
    perSecond: CHILDREN / seconds,
    beside: `${seconds.toFixed(1)} s, at most 60; ${sum(({ cpu }) => cpu).toFixed(1)} s of processor`,
    wrong: 0,
  };
}

async function aProcess(at: number): Promise<ChildProcess> {
  const share = CHILDREN / PROCESSES;
  const child = fork(
    join(import.meta.dirname, 'support/list-process.ts'),
    [String(at * share), String(share), String(POSTCODES)],
    { execArgv: ['--import', 'tsx'] },
  );
  await once(child, 'message');
  return child;
}
