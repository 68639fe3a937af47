import { type Attributes, type Content, classNames, type Item, isPlainText } from './content.ts';

export type Tab = {
  label: Content;
  id?: string | undefined;
  /** Plain text becomes a paragraph; elements stand as they are. */
  panel: Content;
  panelAttributes?: Attributes | undefined;
  attributes?: Attributes | undefined;
};
export type TabsProps = {
  items?: readonly Item<Tab>[] | undefined;
  id?: string | undefined;
  idPrefix?: string | undefined;
  title?: Content;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Views of one thing, one at a time. Without script they follow one another under a list of contents. */
export function Tabs({ items = [], id, idPrefix = '', title, classes, attributes }: TabsProps) {
  const panelId = (item: Tab, place: number) => item.id || `${idPrefix}-${place + 1}`;
  return (
    <div id={id} class={classNames('govuk-tabs', classes)} {...attributes} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (item, place) =>
              item && (
                <li
                  class={classNames(
                    'govuk-tabs__list-item',
                    place === 0 && 'govuk-tabs__list-item--selected',
                  )}
                >
                  <a class="govuk-tabs__tab" href={`#${panelId(item, place)}`} {...item.attributes}>
                    {item.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {items.map(
        (item, place) =>
          item && (
            <div
              class={classNames('govuk-tabs__panel', place > 0 && 'govuk-tabs__panel--hidden')}
              id={panelId(item, place)}
              {...item.panelAttributes}
            >
              {isPlainText(item.panel) ? <p class="govuk-body">{item.panel}</p> : item.panel}
            </div>
          ),
      )}
    </div>
  );
}
