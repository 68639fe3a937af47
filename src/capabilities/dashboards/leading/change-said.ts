import { sayPeriod } from '../figures/series.ts';
import { sayPoint } from '../words.ts';
import type { Change } from './gaps.ts';

/** `Plans finished within 20 weeks: from 60.3% in 2023 to 40.1% in 2024, for the worse.` */
export function changeSaid({ view, before, point, better }: Change): string {
  const { measure, across } = view;
  const say = (one: Change['point']) =>
    `${sayPoint(one, measure.unit)} in ${sayPeriod(across.series.kind, one.year)}`;
  return `${measure.name}: from ${say(before)} to ${say(point)}, for the ${better ? 'better' : 'worse'}.`;
}
