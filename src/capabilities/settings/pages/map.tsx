import type { Place } from '../../../shared/on-the-ground.ts';
import { type Drawing, drawAround, SIDE } from '../directory/map.ts';
import { sayMiles } from '../directory/miles.ts';

export type MapPoint = {
  /** As the list beside the map numbers it. */
  number: number;
  name: string;
  href: string;
  km: number | null;
  place: Place;
};

type Props = {
  centre: Place;
  /** What the centre is; null where it is only the middle of what is shown. */
  around: string | null;
  points: readonly MapPoint[];
};

/**
 * Where the settings of the list are, by its numbers: each a link, and none told by colour. A drawing of our own, north up,
 * with rings at whole distances; the list says the same in words.
 */
export function SettingsMap({ centre, around, points }: Props) {
  const drawing = drawAround(centre, points);
  const said =
    around === null ? 'Where the settings of this page are' : `The settings of this page around ${around}`;
  return (
    <figure class="opensend-map" id="map">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} class="opensend-map__drawing">
        <title>{said}</title>
        <desc>
          Each number is that of a setting in the list, and leads to its page. North is up.{' '}
          {around !== null && 'The rings are distances in a straight line.'}
        </desc>
        <rect class="opensend-map__ground" x="0" y="0" width={SIDE} height={SIDE} />
        <Rings drawing={drawing} named={around !== null} />
        {drawing.points
          .filter(({ at, label }) => at !== label)
          .map(({ at, label }) => (
            <>
              <line class="opensend-map__lead" x1={at[0]} y1={at[1]} x2={label[0]} y2={label[1]} />
              <circle class="opensend-map__exact" cx={at[0]} cy={at[1]} r="3" />
            </>
          ))}
        {drawing.points.map(({ of, label }) => (
          <a href={of.href} class="opensend-map__link" aria-label={spoken(of)}>
            <circle class="opensend-map__point" cx={label[0]} cy={label[1]} r="11" />
            <text class="opensend-map__number" x={label[0]} y={label[1]}>
              {of.number}
            </text>
          </a>
        ))}
        <text class="opensend-map__north" x={SIDE - 18} y="24">
          N ↑
        </text>
      </svg>
      <figcaption class="govuk-body-s">
        The numbers are those of the list. North is up.{' '}
        {around !== null && `The cross is ${around}; the rings are distances from it in a straight line.`}
      </figcaption>
    </figure>
  );
}

function spoken({ number, name, km }: MapPoint): string {
  return `${number}, ${name}${km === null ? '' : `, ${sayMiles(km)}`}`;
}

function Rings({ drawing, named }: { drawing: Drawing<MapPoint>; named: boolean }) {
  const [x, y] = drawing.centre;
  if (!named) return <ScaleBar drawing={drawing} />;
  return (
    <>
      {drawing.rings.map(({ miles, radius }) => (
        <>
          <circle class="opensend-map__ring" cx={x} cy={y} r={radius} />
          {radius > 36 && (
            <text class="opensend-map__miles" x={x} y={y + radius - 4}>
              {miles === 1 ? '1 mile' : `${miles} miles`}
            </text>
          )}
        </>
      ))}
      <path class="opensend-map__centre" d={`M${x - 9} ${y}H${x + 9}M${x} ${y - 9}V${y + 9}`} />
    </>
  );
}

function ScaleBar({ drawing: { rings } }: { drawing: Drawing<MapPoint> }) {
  const ring = rings.find(({ radius }) => radius >= 40) ?? rings.at(-1);
  if (ring === undefined) return null;
  const from = 12;
  return (
    <>
      <path class="opensend-map__scale" d={`M${from} ${SIDE - 16}v6h${ring.radius}v-6`} />
      <text class="opensend-map__miles opensend-map__miles--scale" x={from} y={SIDE - 22}>
        {ring.miles === 1 ? '1 mile' : `${ring.miles} miles`}
      </text>
    </>
  );
}
