import { type Attributes, type Content, classNames } from './content.ts';

export type FooterLink = {
  href?: string | undefined;
  text?: string | undefined;
  attributes?: Attributes | undefined;
};
export type FooterNavigation = {
  title: string;
  columns?: number | undefined;
  width?: string | undefined;
  items?: readonly FooterLink[] | undefined;
};
export type FooterProps = {
  /** A mark above everything. The crown is for gov.uk alone, so none is here. */
  emblem?: Content;
  navigation?: readonly FooterNavigation[] | undefined;
  meta?:
    | {
        visuallyHiddenTitle?: string | undefined;
        items?: readonly FooterLink[] | undefined;
        text?: Content;
      }
    | undefined;
  /** The licence the words are under; none unless given. */
  contentLicence?: Content;
  /** Who holds the copyright, and where they say so; nobody unless given. */
  copyright?: { text: Content; href: string } | undefined;
  containerClasses?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Links about the service itself, at the foot of every page. */
export function Footer(props: FooterProps) {
  const { navigation = [], meta, contentLicence, copyright } = props;
  return (
    <div class={classNames('govuk-footer', props.classes)} {...props.attributes}>
      <div class={classNames('govuk-width-container', props.containerClasses)}>
        {props.emblem}
        {navigation.length > 0 && (
          <>
            <div class="govuk-footer__navigation">
              {navigation.map((section) => (
                <Section section={section} />
              ))}
            </div>
            <hr class="govuk-footer__section-break" />
          </>
        )}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {meta && <Meta meta={meta} />}
            {contentLicence && (
              <>
                <LicenceLogo />
                <span class="govuk-footer__licence-description">{contentLicence}</span>
              </>
            )}
          </div>
          {copyright && (
            <div class="govuk-footer__meta-item">
              <a class="govuk-footer__link govuk-footer__copyright-logo" href={copyright.href}>
                {copyright.text}
              </a>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

function Section({ section: { title, columns, width, items = [] } }: { section: FooterNavigation }) {
  return (
    <div class={`govuk-footer__section govuk-grid-column-${width || 'full'}`}>
      <h2 class="govuk-footer__heading govuk-heading-m">{title}</h2>
      {items.length > 0 && (
        <ul
          class={classNames(
            'govuk-footer__list',
            columns !== undefined && `govuk-footer__list--columns-${columns}`,
          )}
        >
          {items.map(
            (item) =>
              item.href &&
              item.text && (
                <li class="govuk-footer__list-item">
                  <a class="govuk-footer__link" href={item.href} {...item.attributes}>
                    {item.text}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
    </div>
  );
}

function Meta({ meta }: { meta: NonNullable<FooterProps['meta']> }) {
  const { visuallyHiddenTitle, items = [], text } = meta;
  return (
    <>
      <h2 class="govuk-visually-hidden">{visuallyHiddenTitle || 'Support links'}</h2>
      {items.length > 0 && (
        <ul class="govuk-footer__inline-list">
          {items.map((item) => (
            <li class="govuk-footer__inline-list-item">
              <a class="govuk-footer__link" href={item.href ?? ''} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {text && <div class="govuk-footer__meta-custom">{text}</div>}
    </>
  );
}

function LicenceLogo() {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      class="govuk-footer__licence-logo"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 483.2 195.7"
      height="17"
      width="41"
    >
      <path
        fill="currentColor"
        d="M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 145 97.8 145"
      />
    </svg>
  );
}
