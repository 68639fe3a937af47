import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { type Attributes, type Content, classNames, type HeadingLevel } from '../govuk/content.ts';
import { sayDayOf, sayTimeOf } from './moment.ts';

export type TimelineItem = {
  label: Content;
  /** Who did it, said after "by". */
  byline?: Content;
  /** The day it happened, or the instant it was recorded. */
  datetime: PlainDate | Date;
  text?: Content;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};
export type TimelineProps = {
  items: readonly TimelineItem[];
  headingLevel?: HeadingLevel | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** What has happened, one thing under another. */
export function Timeline({ items, headingLevel = 2, classes, attributes }: TimelineProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div class={classNames('moj-timeline', classes)} {...attributes}>
      {items.map((item) => (
        <div class={classNames('moj-timeline__item', item.classes)} {...item.attributes}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.label}</Heading>{' '}
            {item.byline && <p class="moj-timeline__byline">by {item.byline}</p>}
          </div>
          <p class="moj-timeline__date">
            <Moment of={item.datetime} />
          </p>
          {item.text && <div class="moj-timeline__description">{item.text}</div>}
        </div>
      ))}
    </div>
  );
}

function Moment({ of }: { of: PlainDate | Date }) {
  if (!(of instanceof Date)) return <time datetime={of}>{sayDate(of)}</time>;
  return (
    <time datetime={of.toISOString()}>
      {sayDayOf(of)} at {sayTimeOf(of)}
    </time>
  );
}
