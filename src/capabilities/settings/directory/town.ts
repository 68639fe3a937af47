import { kmBetween, type Place } from '../../../shared/on-the-ground.ts';
import type { Register } from '../held-register.ts';

/** Two towns of one name lie further apart than this; the settings of one town do not. */
const ONE_TOWN_KM = 20;

export type Town = { name: string; place: Place };

/**
 * The middle of the open settings whose address names this town, in whatever case it is typed. `none` where no address does;
 * `several` where they are so far apart that there must be more than one town of the name.
 */
export function townOf(register: Register, typed: string): Town | 'none' | 'several' {
  const wanted = typed.trim().toLowerCase();
  const { of, words } = register.texts.town;
  const numbers = new Set(words.flatMap((word, at) => (word?.toLowerCase() === wanted ? [at] : [])));
  if (numbers.size === 0) return 'none';
  const places: Place[] = [];
  for (let row = 0; row < register.size; row += 1) {
    const [latitude = Number.NaN, longitude = Number.NaN] = [register.latitude[row], register.longitude[row]];
    if (numbers.has(of[row] ?? 0) && register.open[row] === 1 && !Number.isNaN(latitude))
      places.push({ latitude, longitude });
  }
  if (places.length === 0) return 'none';
  const place = middleOf(places);
  if (places.some((one) => kmBetween(one, place) > ONE_TOWN_KM)) return 'several';
  return { name: words[[...numbers][0] ?? 0] ?? typed, place };
}

// Within one town the Earth is flat enough for the mean of degrees to be its middle.
function middleOf(places: readonly Place[]): Place {
  const mean = (axis: keyof Place) => places.reduce((sum, one) => sum + one[axis], 0) / places.length;
  return { latitude: mean('latitude'), longitude: mean('longitude') };
}
