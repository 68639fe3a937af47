import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from '../govuk/content.ts';

export type IdentityBarProps = {
  /** Whose file this is. */
  children?: ComponentChildren;
  /** What may be done with the file: buttons. */
  actions?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Whose file this is, on every page of it. */
export function IdentityBar({ children, actions, classes, attributes }: IdentityBarProps) {
  return (
    <div class={classNames('moj-identity-bar', classes)} {...attributes}>
      <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details">
          <span class="moj-identity-bar__title">{children}</span>
        </div>
        {actions && (
          <div class="moj-identity-bar__actions">
            <div class="moj-identity-bar__menu">{actions}</div>
          </div>
        )}
      </div>
    </div>
  );
}
