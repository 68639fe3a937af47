import type { ComponentChildren } from 'preact';
import { type Attributes, type Content, classNames } from './content.ts';

export type ErrorSummaryItem = {
  text: Content;
  href?: string | undefined;
  attributes?: Attributes | undefined;
};
export type ErrorSummaryProps = {
  title?: Content;
  errorList?: readonly ErrorSummaryItem[] | undefined;
  /** Said between the title and the list. */
  children?: ComponentChildren;
  disableAutoFocus?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Everything that is wrong with a form, above it; each leads to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { title = 'There is a problem', errorList = [], children, attributes } = props;
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      {...attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {children && <p>{children}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map((item) => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...item.attributes}>
                      {item.text}
                    </a>
                  ) : (
                    item.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
