import type { ComponentChildren } from 'preact';
import { classNames, type Options } from './content.ts';

export type TagColour =
  | 'grey'
  | 'green'
  | 'teal'
  | 'blue'
  | 'purple'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow';
export type TagOptions = Options & { colour?: TagColour | undefined };
export type TagProps = Omit<TagOptions, 'text'> & { children?: ComponentChildren };

/** A short status. The words carry the meaning; the colour only helps. */
export function Tag({ colour, classes, attributes, children }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', colour && `govuk-tag--${colour}`, classes)} {...attributes}>
      {children}
    </strong>
  );
}
