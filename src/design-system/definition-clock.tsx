import { isBefore, type PlainDate, sayDate } from '../shared/plain-date.ts';
import { DeadlineTag } from './deadline-tag.tsx';
import { type Content, classNames, type HeadingLevel } from './govuk/content.ts';
import { Details } from './govuk/details.tsx';

export type DefinitionClockProps = {
  /** What must be done by then: `Decide whether to assess`. */
  name: Content;
  due: PlainDate;
  today: PlainDate;
  doneOn?: PlainDate | null | undefined;
  /** The steps from start to due date, in order: what started it, the period, then each adjustment by its name. */
  why: readonly Content[];
  /** The law it rests on, as cited, and where that can be read. */
  provision: { text: string; url?: string | undefined };
  headingLevel?: HeadingLevel | undefined;
  /** What is said of it beside the law: when it will probably be done. */
  after?: Content | undefined;
};

/** A statutory clock that explains itself. */
export function DefinitionClock(props: DefinitionClockProps) {
  const { name, due, today, doneOn, why, provision, headingLevel = 3, after } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div class={classNames('opensend-clock', !doneOn && isBefore(due, today) && 'opensend-clock--overdue')}>
      <Heading class="govuk-heading-s opensend-clock__name">{name}</Heading>
      <p class="govuk-body opensend-clock__due">
        <time datetime={due}>{sayDate(due)}</time> <DeadlineTag due={due} today={today} doneOn={doneOn} />
      </p>
      <Details
        summary={
          <>
            Why this date<span class="govuk-visually-hidden">: {name}</span>
          </>
        }
        classes="opensend-clock__why"
      >
        <ol class="govuk-list govuk-list--number">
          {why.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p class="govuk-body-s">
          {provision.url ? (
            <a class="govuk-link" href={provision.url} rel="noreferrer external">
              {provision.text}
            </a>
          ) : (
            provision.text
          )}
        </p>
      </Details>
      {after}
    </div>
  );
}
