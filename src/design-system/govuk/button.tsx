import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, isPlainText } from './content.ts';

export type ButtonProps = {
  children?: ComponentChildren;
  /** With an address it is a link that looks like a button. */
  href?: string | undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  isStartButton?: boolean | undefined;
  preventDoubleClick?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** A button that sends a form, or a link that acts as one. */
export function Button(props: ButtonProps) {
  const { children, href, id, isStartButton, attributes } = props;
  const common = {
    class: classNames('govuk-button', props.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...attributes,
    ...(id ? { id } : {}),
  };
  const words = (
    <>
      {isStartButton && !isPlainText(children) ? <span>{children}</span> : children}
      {isStartButton && <StartIcon />}
    </>
  );
  if (href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: the published markup of a link that acts as a button
      <a href={href} role="button" draggable={false} {...common}>
        {words}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick?.toString()}
      {...common}
    >
      {words}
    </button>
  );
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
