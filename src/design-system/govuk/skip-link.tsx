import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './content.ts';

export type SkipLinkProps = {
  href?: string | undefined;
  children?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Past what every page repeats, for those who go by keyboard. */
export function SkipLink({ href, children, classes, attributes }: SkipLinkProps) {
  return (
    <a
      href={href || '#content'}
      class={classNames('govuk-skip-link', classes)}
      {...attributes}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  );
}
