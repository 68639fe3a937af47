import { type Attributes, type Content, classNames } from './content.ts';

export type Breadcrumb = { text: Content; href?: string | undefined; attributes?: Attributes | undefined };
export type BreadcrumbsProps = {
  items: readonly Breadcrumb[];
  collapseOnMobile?: boolean | undefined;
  labelText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Where this page stands among the others. One without an address is this page. */
export function Breadcrumbs({ items, collapseOnMobile, labelText, classes, attributes }: BreadcrumbsProps) {
  return (
    <nav
      class={classNames(
        'govuk-breadcrumbs',
        classes,
        collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      aria-label={labelText ?? 'Breadcrumb'}
      {...attributes}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
