import type { Uuid } from '../../shared/uuid.ts';
import type { Message, Waits } from './message.ts';

/** What a family, or for one organisation it, and the SEND team wrote to each other about a child. */
export type Between = { childId: Uuid; organisationId: Uuid | null };

/** Which of it: what was written before a message, or one message by itself; the latest where neither is asked for. */
export type Asked = { before: Uuid | null; message: Uuid | null; part: number };

export type Read = {
  /** Oldest first. */
  written: Message[];
  /** The oldest of these, where there are older ones. */
  next: Uuid | null;
  first: boolean;
  /** Which part of one message by itself; null of a conversation. */
  part: number | null;
  /** All that waits for an answer, oldest first, whether it is among these or not. */
  waiting: Waits[];
};

/** How long a page may get: a page of this service weighs less than 60 KB, whatever was written and in whichever letters. */
export const AT_ONCE = 20;
const ROOM = 34_000;
const LONGEST = 4_000;
const PART = 28_000;
/** What stands around one message: who wrote it, when and to whom. */
const FRAME = 800;

/** What is measured of a message. */
type Words = { body: string; closedReason: string | null };

/** As many of the newest, given newest first, as a page has room for, oldest first; always one, if there is one. */
export function onOnePage<M extends Words>(newestFirst: readonly M[]): M[] {
  let room = ROOM;
  const shown: M[] = [];
  for (const one of newestFirst.slice(0, AT_ONCE)) {
    room -= FRAME + Math.min(bytesOf(one.body), LONGEST) + bytesOf(one.closedReason ?? '');
    if (room < 0 && shown.length > 0) break;
    shown.push(one);
  }
  return shown.reverse();
}

/** A message's words among others: whole, unless it is long. */
export function beginning(body: string): { words: string; cut: boolean } {
  const [words = '', ...more] = partsOf(body, LONGEST);
  return { words, cut: more.length > 0 };
}

/** A message's words by themselves: nearly always one part. Joined again they are what was written. */
export function wholeInParts(body: string): string[] {
  return partsOf(body, PART);
}

function partsOf(text: string, room: number): string[] {
  const parts: string[] = [];
  let [begun, space, left] = [0, 0, room];
  let place = 0;
  for (const character of text) {
    const bytes = bytesOf(character);
    if (bytes > left) {
      // Between two words, where there is a space in the last quarter of the part.
      const cut = space > begun + (place - begun) * 0.75 ? space : place;
      parts.push(text.slice(begun, cut));
      left = room - bytesOf(text.slice(cut, place));
      begun = cut;
    }
    left -= bytes;
    place += character.length;
    if (/\s/.test(character)) space = place;
  }
  parts.push(text.slice(begun));
  return parts;
}

/** As they are in a page: in UTF-8, with what stands for the four letters HTML keeps for itself. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += ESCAPED[character] ?? (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }
  return bytes;
}
const ESCAPED: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4, '"': 6 };
