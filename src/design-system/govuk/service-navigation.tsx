import { type Attributes, type Content, classNames, type Item, isGiven } from './content.ts';

export type ServiceNavigationItem = {
  text: Content;
  href?: string | undefined;
  /** This very page. */
  current?: boolean | undefined;
  /** This page is within it. */
  active?: boolean | undefined;
  attributes?: Attributes | undefined;
};
export type ServiceNavigationProps = {
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  navigation?: readonly Item<ServiceNavigationItem>[] | undefined;
  navigationId?: string | undefined;
  navigationLabel?: string | undefined;
  navigationClasses?: string | undefined;
  collapseNavigationOnMobile?: boolean | undefined;
  menuButtonText?: string | undefined;
  menuButtonLabel?: string | undefined;
  ariaLabel?: string | undefined;
  slots?:
    | {
        start?: Content;
        end?: Content;
        /** `inline` puts the end slot on the navigation's own line, where there is room. */
        endAlign?: 'inline' | undefined;
        navigationStart?: Content;
        navigationEnd?: Content;
      }
    | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** The service's name and its main parts. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { serviceName, serviceUrl, slots } = props;
  const common = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  };
  const inner = (
    <div
      class={classNames(
        'govuk-width-container',
        slots?.endAlign === 'inline' && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots?.start}
      <div class="govuk-service-navigation__container">
        {serviceName && (
          <span class="govuk-service-navigation__service-name">
            {serviceUrl ? (
              <a href={serviceUrl} class="govuk-service-navigation__link">
                {serviceName}
              </a>
            ) : (
              <span class="govuk-service-navigation__text">{serviceName}</span>
            )}
          </span>
        )}
        <Navigation {...props} />
      </div>
      {slots?.end}
    </div>
  );
  // With a name or more it is a landmark of its own; with links alone, the navigation within it is landmark enough.
  return serviceName || isGiven(slots?.start) || isGiven(slots?.end) ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...common}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  );
}

function Navigation(props: ServiceNavigationProps) {
  const { slots, menuButtonLabel } = props;
  const items = (props.navigation ?? []).flatMap((item) => (item ? [item] : []));
  const menuButtonText = props.menuButtonText || 'Menu';
  const navigationId = props.navigationId || 'navigation';
  if (items.length === 0 && !isGiven(slots?.navigationStart) && !isGiven(slots?.navigationEnd)) return null;
  return (
    <nav
      aria-label={props.navigationLabel || menuButtonText}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the published markup, and hidden until a script shows it
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={menuButtonLabel && menuButtonLabel !== menuButtonText ? menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menuButtonText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {slots?.navigationStart}
        {items.map((item) => (
          <NavigationItem item={item} />
        ))}
        {slots?.navigationEnd}
      </ul>
    </nav>
  );
}

function NavigationItem({ item }: { item: ServiceNavigationItem }) {
  const isActive = Boolean(item.active || item.current);
  const current = isActive ? (item.current ? 'page' : 'true') : undefined;
  const words = isActive ? (
    <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  );
  return (
    <li
      class={classNames(
        'govuk-service-navigation__item',
        isActive && 'govuk-service-navigation__item--active',
      )}
    >
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...item.attributes}
        >
          {words}
        </a>
      ) : (
        isGiven(item.text) && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {words}
          </span>
        )
      )}
    </li>
  );
}
