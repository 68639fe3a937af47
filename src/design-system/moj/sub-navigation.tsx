import { type Attributes, type Content, classNames } from '../govuk/content.ts';

export type SubNavigationItem = {
  href: string;
  text: Content;
  active?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};
export type SubNavigationProps = {
  items: readonly SubNavigationItem[];
  label?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** The parts of one file or one section. */
export function SubNavigation({ items, label, classes, attributes }: SubNavigationProps) {
  return (
    <nav
      class={classNames('moj-sub-navigation', classes)}
      aria-label={label || 'Secondary navigation region'}
      {...attributes}
    >
      <ul class="moj-sub-navigation__list">
        {items.map((item) => (
          <li class={classNames('moj-sub-navigation__item', item.classes)}>
            <a
              class="moj-sub-navigation__link"
              aria-current={item.active ? 'page' : undefined}
              href={item.href}
              {...item.attributes}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
