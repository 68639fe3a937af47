import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './content.ts';

export type InsetTextProps = {
  id?: string | undefined;
  children?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** A block of text set apart from what surrounds it. */
export function InsetText({ id, children, classes, attributes }: InsetTextProps) {
  return (
    <div id={id} class={classNames('govuk-inset-text', classes)} {...attributes}>
      {children}
    </div>
  );
}
