import type { Uuid } from '../../shared/uuid.ts';
import { type Place, sayPlace } from './case.ts';
import { type Filters, sayFilters } from './filters.ts';

/** The list's address: what it is narrowed to, which search, and from where. A name is never in it. */
export function listAddress(
  filters: Filters,
  { search, from }: { search?: Uuid | null; from?: Place | null },
): string {
  const query = new URLSearchParams({
    ...sayFilters(filters),
    ...(search === undefined || search === null ? {} : { search }),
    ...(from === undefined || from === null ? {} : { from: sayPlace(from) }),
  });
  return `/cases?${query.toString()}`;
}
