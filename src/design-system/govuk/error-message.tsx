import type { ComponentChildren } from 'preact';
import { classNames, type Options } from './content.ts';

export type ErrorMessageOptions = Options & {
  /** Read out before the message; `Error` unless given, nothing when null. */
  visuallyHiddenText?: string | null | undefined;
};
export type ErrorMessageProps = Omit<ErrorMessageOptions, 'text'> & {
  id?: string | undefined;
  children?: ComponentChildren;
};

/** What is wrong with one answer, beside it. */
export function ErrorMessage({
  id,
  classes,
  attributes,
  visuallyHiddenText = 'Error',
  children,
}: ErrorMessageProps) {
  return (
    <p id={id} class={classNames('govuk-error-message', classes)} {...attributes}>
      {visuallyHiddenText ? (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span> {children}
        </>
      ) : (
        children
      )}
    </p>
  );
}
