import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Filters } from './filters.ts';

/** Filters somebody gave a name, for themselves or for everybody on the staff. */
export type SavedView = { id: Uuid; name: string; shared: boolean; own: boolean; filters: Filters };

/** The longest name of a view: what still fits in a line of links. */
export const LONGEST_NAME = 60;

/** The most one person keeps: more than anybody finds their way in. */
export const MOST = 20;

/** Names a view, a new one or `renamed`. Refuses no name, one of their own that is taken, and more than can be kept. */
export function nameView(
  views: readonly SavedView[],
  name: string,
  renamed: Uuid | null = null,
): Result<string> {
  if (name === '') return refused('name', 'Enter a name for the view');
  const others = views.filter(({ id, own }) => own && id !== renamed);
  if (others.some((view) => view.name.toLowerCase() === name.toLowerCase()))
    return refused('name', `You have a view called “${name}” already. Enter another name`);
  if (others.length >= MOST) return refused('name', `You have ${MOST} views. Delete one first`);
  return accepted(name);
}
