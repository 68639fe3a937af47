import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './content.ts';

export type BackLinkProps = {
  href?: string | undefined;
  children?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** To the page before this one, without the browser's own button. */
export function BackLink({ href, children, classes, attributes }: BackLinkProps) {
  return (
    <a href={href || '#'} class={classNames('govuk-back-link', classes)} {...attributes}>
      {children || 'Back'}
    </a>
  );
}
