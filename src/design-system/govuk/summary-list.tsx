import {
  type Attributes,
  type Content,
  classNames,
  type HeadingLevel,
  type Item,
  isOptions,
} from './content.ts';

type Part = { text: Content; classes?: string | undefined };
export type SummaryAction = {
  href: string;
  text: Content;
  /** Read out after the link's words, so that one "Change" differs from another: `date of birth`. */
  visuallyHiddenText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};
export type SummaryActions = { items: readonly SummaryAction[]; classes?: string | undefined };
export type SummaryRow = {
  key: Content | Part;
  value: Content | Part;
  actions?: SummaryActions | undefined;
  classes?: string | undefined;
};
type CardTitle = Part & { headingLevel?: HeadingLevel | undefined };
export type SummaryCard = {
  title?: Content | CardTitle;
  actions?: SummaryActions | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};
export type SummaryListProps = {
  rows: readonly Item<SummaryRow>[];
  card?: SummaryCard | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** What is known, as names and values, each with what may be done about it. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => row && (row.actions?.items.length ?? 0) > 0);
  const cardTitle = isOptions<CardTitle>(card?.title) ? card.title.text : card?.title;
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attributes}>
      {rows.map((row) => row && <Row row={row} anyActions={anyActions} cardTitle={cardTitle} />)}
    </dl>
  );
  return card === undefined ? list : <Card card={card}>{list}</Card>;
}

function Row({ row, anyActions, cardTitle }: { row: SummaryRow; anyActions: boolean; cardTitle: Content }) {
  const key = isOptions<Part>(row.key) ? row.key : { text: row.key };
  const value = isOptions<Part>(row.value) ? row.value : { text: row.value };
  const actions = row.actions?.items ?? [];
  return (
    <div
      class={classNames(
        'govuk-summary-list__row',
        anyActions && row.actions === undefined && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={classNames('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {actions.length > 0 && (
        <dd class={classNames('govuk-summary-list__actions', row.actions?.classes)}>
          {actions.length === 1 ? (
            actions.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink action={action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}

function Card({ card, children }: { card: SummaryCard; children: Content }) {
  const title = isOptions<CardTitle>(card.title) ? card.title : { text: card.title };
  const Heading = `h${('headingLevel' in title ? title.headingLevel : undefined) ?? 2}` as const;
  const actions = card.actions?.items ?? [];
  const actionsClass = classNames('govuk-summary-card__actions', card.actions?.classes);
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title !== undefined && (
          <Heading class={classNames('govuk-summary-card__title', 'classes' in title && title.classes)}>
            {title.text}
          </Heading>
        )}
        {actions.length === 1 && (
          <div class={actionsClass}>
            {actions.map((action) => (
              <ActionLink action={action} cardTitle={title.text} />
            ))}
          </div>
        )}
        {actions.length > 1 && (
          <ul class={actionsClass}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={title.text} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function ActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle: Content }) {
  const { visuallyHiddenText } = action;
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {action.text}
      {(visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}
