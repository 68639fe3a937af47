import type { AriaRole } from 'preact';
import { Button, type ButtonProps } from './button.tsx';
import { type Attributes, type Content, classNames, isGiven, isPlainText } from './content.ts';

export type CookieAction = {
  text: string;
  type?: ButtonProps['type'];
  href?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};
export type CookieMessage = {
  heading?: Content;
  /** Plain text becomes a paragraph; elements stand as they are. */
  content?: Content;
  actions?: readonly CookieAction[] | undefined;
  hidden?: boolean | undefined;
  role?: AriaRole | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};
export type CookieBannerProps = {
  messages: readonly CookieMessage[];
  ariaLabel?: string | undefined;
  hidden?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Asks before any cookie that the service could do without. */
export function CookieBanner({ messages, ariaLabel, hidden, classes, attributes }: CookieBannerProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the published markup
    <div
      class={classNames('govuk-cookie-banner', classes)}
      {...{ 'data-nosnippet': '' }}
      role="region"
      aria-label={ariaLabel || 'Cookie banner'}
      hidden={hidden}
      {...attributes}
    >
      {messages.map((message) => (
        <Message message={message} />
      ))}
    </div>
  );
}

function Message({ message }: { message: CookieMessage }) {
  const { heading, content, actions } = message;
  return (
    <div
      class={classNames('govuk-cookie-banner__message', message.classes, 'govuk-width-container')}
      role={message.role}
      {...message.attributes}
      hidden={message.hidden}
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {isGiven(heading) && <h2 class="govuk-cookie-banner__heading govuk-heading-m">{heading}</h2>}
          <div class="govuk-cookie-banner__content">
            {isPlainText(content) ? <p class="govuk-body">{content}</p> : content}
          </div>
        </div>
      </div>
      {actions && (
        <div class="govuk-button-group">
          {actions.map((action) => (
            <Action action={action} />
          ))}
        </div>
      )}
    </div>
  );
}

function Action({ action: { text, ...action } }: { action: CookieAction }) {
  if (!action.href || action.type === 'button') {
    return (
      <Button {...action} type={action.type ?? 'button'}>
        {text}
      </Button>
    );
  }
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {text}
    </a>
  );
}
