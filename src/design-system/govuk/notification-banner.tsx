import type { AriaRole, ComponentChildren } from 'preact';
import { type Attributes, type Content, classNames, type HeadingLevel, isPlainText } from './content.ts';

export type NotificationBannerProps = {
  /** Plain text becomes the banner's heading; elements stand as they are. */
  children?: ComponentChildren;
  /** `success` is read out at once; anything else waits its turn. */
  type?: 'success' | undefined;
  title?: Content;
  titleId?: string | undefined;
  titleHeadingLevel?: HeadingLevel | undefined;
  role?: AriaRole | undefined;
  disableAutoFocus?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Something about the page that is not part of it: what was just done, or what matters first. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { children, type, titleHeadingLevel = 2 } = props;
  const succeeded = type === 'success';
  const titleId = props.titleId || 'govuk-notification-banner-title';
  const Heading = `h${titleHeadingLevel}` as const;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the published markup
    <div
      class={classNames(
        'govuk-notification-banner',
        succeeded && 'govuk-notification-banner--success',
        props.classes,
      )}
      role={props.role || (succeeded ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title || (succeeded ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isPlainText(children) ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
