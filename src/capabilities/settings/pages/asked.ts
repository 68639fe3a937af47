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
};

/** The address of a page of what was asked; of the first, without a number. */
export function addressOf(asked: Asked, page: number): string {
  const { q, near, within, area, phase, type, need, unit } = asked;
  const all = { q, near, within, area, phase, type, need, unit, page: page === 1 ? undefined : page };
  const given = Object.entries(all).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '/settings' : `/settings?${new URLSearchParams(given).toString()}`;
}
