import type { ComponentChildren } from 'preact';
import { classNames, type Options } from './content.ts';

export type HintProps = Omit<Options, 'text'> & { id?: string | undefined; children?: ComponentChildren };

/** Help with a question that most people need. */
export function Hint({ id, classes, attributes, children }: HintProps) {
  return (
    <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>
      {children}
    </div>
  );
}
