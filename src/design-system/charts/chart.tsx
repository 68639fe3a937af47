import type { ChartLine } from './line-chart.ts';

export type ChartProps = {
  title: string;
  /** What `drawLines`, `drawBars` or `drawFunnel` drew. */
  svg: string;
  /** Its lines, for the key; none where nothing has to be told apart. */
  lines?: readonly ChartLine[];
  /** What it shows, in a sentence, for whoever does not see it. */
  description?: string;
  /** What the shaded part is; none where nothing is shaded. */
  band?: string | undefined;
  /** Where every figure is: the table beside it. */
  table: string;
};

/** A drawn chart with its key. Whoever does not see it is sent to the table, which has every figure. */
export function Chart({ title, svg, lines = [], description, band, table }: ChartProps) {
  return (
    <figure class="opensend-chart">
      <figcaption class="govuk-heading-s">{title}</figcaption>
      <p class="govuk-visually-hidden">
        {description !== undefined && `${description} `}A chart of the figures in the table “{table}”.
      </p>
      {(lines.length > 0 || band !== undefined) && (
        <ul class="govuk-list opensend-chart__key">
          {lines.map(({ name, look }) => (
            <li class={`opensend-chart__line opensend-chart__line--${look}`}>{name}</li>
          ))}
          {band !== undefined && <li class="opensend-chart__line opensend-chart__line--band">{band}</li>}
        </ul>
      )}
      {/* Drawn by us from figures and names of our own. */}
      <div class="opensend-chart__drawing" dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  );
}
