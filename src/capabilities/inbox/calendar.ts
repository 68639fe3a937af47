import { addDays, dayOfWeek, type PlainDate } from '../../shared/plain-date.ts';

type Due = { dueOn: PlainDate | null };
export type Week<Item extends Due> = { monday: PlainDate; items: readonly Item[] };

/** What is due, week by week from its Monday, in the order given; what has no day is in no week. */
export function byWeek<Item extends Due>(items: readonly Item[]): Week<Item>[] {
  const weeks = new Map<PlainDate, Item[]>();
  for (const item of items) {
    if (item.dueOn === null) continue;
    const monday = addDays(item.dueOn, 1 - dayOfWeek(item.dueOn));
    weeks.set(monday, [...(weeks.get(monday) ?? []), item]);
  }
  return [...weeks].map(([monday, inWeek]) => ({ monday, items: inWeek }));
}

/** The first that was not left for later; null once all there is was. */
export function nextOf<Item extends { id: string }>(
  items: readonly Item[],
  later: readonly string[],
): Item | null {
  return items.find(({ id }) => !later.includes(id)) ?? null;
}
