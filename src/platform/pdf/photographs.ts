import { readFileSync } from 'node:fs';
import type { PlainDate } from '../../shared/plain-date.ts';
import { drawPdf } from './typst.ts';

const TEMPLATE = readFileSync(new URL('./photographs.typ', import.meta.url), 'utf8');

type Photographs = { title: string; date: PlainDate; pages: readonly Buffer[] };

/** Draws JPEG photographs of pages as one PDF, in order. What is written on them stays a picture, and says so. */
export function drawPhotographs({ title, date, pages }: Photographs): Uint8Array {
  const [year, month, day] = date.split('-').map(Number);
  const files = new Map(pages.map((page, n) => [`/photograph-${n}.jpg`, page]));
  return drawPdf(TEMPLATE, { title, date: { year, month, day }, pages: pages.length }, files);
}
