import { z } from 'zod';
import type { Place } from '../../shared/on-the-ground.ts';

/** By road: kilometres, and minutes of driving on roads without traffic. */
export type Drive = { km: number; minutes: number };

const LONGEST_ANSWER = 256 * 1024;

// OSRM's HTTP API, version 1, `table`: metres and seconds from each source to each destination; null where no road goes.
const figure = z.number().min(0).max(1e8).nullable();
const answerSchema = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(figure)),
  distances: z.array(z.array(figure)),
});

/**
 * Asks a server that speaks OSRM's HTTP protocol how far each place is by road from the first: one question for all of them.
 * Null for a place no road goes to. Throws where the server refuses, does not answer in time, or answers otherwise than OSRM does.
 */
export async function drivesFrom(
  server: string,
  from: Place,
  to: readonly Place[],
  milliseconds: number,
): Promise<(Drive | null)[]> {
  if (to.length === 0) return [];
  const coordinates = [from, ...to].map(
    ({ latitude, longitude }) => `${fixed(longitude)},${fixed(latitude)}`,
  );
  const url = `${server.replace(/\/$/, '')}/table/v1/driving/${coordinates.join(';')}?sources=0&annotations=duration,distance`;
  const response = await fetch(url, { signal: AbortSignal.timeout(milliseconds), redirect: 'error' });
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  const { durations, distances } = answerSchema.parse(JSON.parse(await textOf(response)));
  const [seconds, metres] = [durations[0] ?? [], distances[0] ?? []];
  if (seconds.length !== to.length + 1 || metres.length !== to.length + 1)
    throw new Error('it answered for another number of places');
  return to.map((_, nth) => {
    const [second = null, metre = null] = [seconds[nth + 1], metres[nth + 1]];
    return second === null || metre === null ? null : { km: metre / 1000, minutes: second / 60 };
  });
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new Error('its answer is too long');
  }
  return text;
}

// About a metre: a postcode is no nearer than that.
function fixed(degrees: number): string {
  return degrees.toFixed(5);
}
