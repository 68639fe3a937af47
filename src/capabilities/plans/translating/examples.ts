import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type Browser, onDay, send } from '../plan-examples.ts';

/** What a translator does to the file: each row's words from its key and its English. */
export type Translate = (key: string, english: string) => string | null;

/** Obviously no language: the same letters, marked. A name of a row says which row. */
export const marked: Translate = (_, english) => `«${english}»`;

const UNIT =
  /<unit id="([^"]+)">([\s\S]*?)<source xml:space="preserve">([\s\S]*?)<\/source>(?:\s*<target[\s\S]*?<\/target>)?/g;

/** An XLIFF file with its targets filled in, as its words stand in XML. */
export function filledIn(xliff: string, translate: Translate): string {
  return xliff.replaceAll(UNIT, (_, key: string, notes: string, english: string) => {
    const words = translate(key, english);
    const target = words === null ? '' : `<target xml:space="preserve">${words}</target>`;
    return `<unit id="${key}">${notes}<source xml:space="preserve">${english}</source>${target}`;
  });
}

/** Downloads a language's XLIFF as staff have it. */
export async function translatorsFile(staff: Browser, planId: string, language: string): Promise<string> {
  return (await staff.get(`/plans/${planId}/translations/${language}/translators-file.xlf`)).body;
}

/** Sends a translator's file on the page of its language. */
export async function sendBack(staff: Browser, at: string, text: string, key: string = randomUUID()) {
  const answer = await staff.postFile(at, { idempotencyKey: key }, { name: 'translated', text });
  return { status: answer.statusCode, to: String(answer.headers.location ?? ''), body: answer.body };
}

/** What staff say of a translation to keep it. */
export const KEEPING = {
  translator: 'Wexcombe Languages',
  ...onDay('translatedOn', '2025-05-12'),
  checkedHow: 'Read against the English by a second translator',
};

/** A version’s words in a language, come back and kept. */
export async function translated(staff: Browser, planId: string, language: string, translate: Translate) {
  const at = `/plans/${planId}/translations/${language}`;
  const back = await sendBack(staff, at, filledIn(await translatorsFile(staff, planId, language), translate));
  expect(back.status, back.body).toBe(303);
  const kept = await send(staff, back.to, KEEPING);
  expect(kept.to, kept.body).toBe(at);
}
