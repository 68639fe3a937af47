import type { ComponentChildren } from 'preact';
import { type Attributes, type Content, classNames } from './content.ts';

export type DetailsProps = {
  summary: Content;
  children?: ComponentChildren;
  open?: boolean | undefined;
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Help that only some people need, folded away. */
export function Details({ summary, children, open, id, classes, attributes }: DetailsProps) {
  return (
    <details id={id} class={classNames('govuk-details', classes)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
