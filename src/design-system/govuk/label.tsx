import type { ComponentChildren } from 'preact';
import { classNames, type Options } from './content.ts';

export type LabelOptions = Options & { isPageHeading?: boolean | undefined };
export type LabelProps = Omit<LabelOptions, 'text'> & {
  for?: string | undefined;
  children?: ComponentChildren;
};

/** The name of one field. As the page's heading it stands in the `h1`. Without words it is nothing. */
export function Label({ children, classes, isPageHeading, attributes, for: field }: LabelProps) {
  if (children === undefined || children === null || children === '') return null;
  const label = (
    <label class={classNames('govuk-label', classes)} for={field} {...attributes}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
