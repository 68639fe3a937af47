import type { ComponentChildren } from 'preact';
import { Button } from '../govuk/button.tsx';
import type { Attributes, Content } from '../govuk/content.ts';

export type SelectedFilters = {
  heading?: Content;
  clearLink: { href: string; text?: Content };
  categories: readonly { heading: Content; items: readonly { href: string; text: Content }[] }[];
};
export type FilterProps = {
  heading?: Content;
  /** What the list is narrowed to now; each is a link that takes it away. */
  selectedFilters?: SelectedFilters | undefined;
  submit?: { text?: Content; attributes?: Attributes | undefined } | undefined;
  attributes?: Attributes | undefined;
  /** The fields to narrow by. The form around them is the page's. */
  children?: ComponentChildren;
};

/** Narrows a list. */
export function Filter({ heading, selectedFilters, submit, attributes, children }: FilterProps) {
  return (
    <div class="moj-filter" data-module="moj-filter" {...attributes}>
      <div class="moj-filter__header">
        <div class="moj-filter__header-title">
          <h2 class="govuk-heading-m">{heading ?? 'Filter'}</h2>
        </div>
        <div class="moj-filter__header-action" />
      </div>
      <div class="moj-filter__content">
        {selectedFilters && <Selected filters={selectedFilters} />}
        <div class="moj-filter__options">
          <Button attributes={submit?.attributes}>{submit?.text ?? 'Apply filters'}</Button>
          {children}
        </div>
      </div>
    </div>
  );
}

function Selected({ filters }: { filters: SelectedFilters }) {
  return (
    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h2 class="govuk-heading-m">{filters.heading ?? 'Selected filters'}</h2>
        </div>
        <div class="moj-filter__heading-action">
          <p>
            <a class="govuk-link govuk-link--no-visited-state" href={filters.clearLink.href}>
              {filters.clearLink.text ?? 'Clear filters'}
            </a>
          </p>
        </div>
      </div>
      {filters.categories.map((category) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{category.heading}</h3>
          <ul class="moj-filter-tags">
            {category.items.map((item) => (
              <li>
                <a class="moj-filter__tag" href={item.href}>
                  <span class="govuk-visually-hidden">Remove this filter</span> {item.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  );
}
