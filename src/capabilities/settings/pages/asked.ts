import type { Asks } from '../declared/finding.ts';

/** What was asked of the directory, as it stands in the page's address. */
export type Asked = {
  q: string;
  near: string;
  within?: number | undefined;
  area?: number | undefined;
  phase?: string | undefined;
  type?: string | undefined;
  need?: string | undefined;
  unit?: 'yes' | undefined;
} & Asks;

/** The address of a page of what was asked; of the first, without a number. */
export function addressOf(asked: Asked, page: number): string {
  const { q, near, within, area, phase, type, need, unit, free, freeNeed, therapy, access } = asked;
  const said = { free, freeNeed, therapy, access };
  const all = {
    q,
    near,
    within,
    area,
    phase,
    type,
    need,
    unit,
    ...said,
    page: page === 1 ? undefined : page,
  };
  const given = Object.entries(all).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '/settings' : `/settings?${new URLSearchParams(given).toString()}`;
}
