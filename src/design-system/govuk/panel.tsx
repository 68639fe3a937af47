import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { type Attributes, type Content, classNames, type HeadingLevel } from './content.ts';

export type PanelAction = {
  text: Content;
  href?: string | undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};
export type PanelProps = {
  title: Content;
  headingLevel?: HeadingLevel | undefined;
  children?: ComponentChildren;
  /** Only an interruption (`govuk-panel--interruption` in `classes`) offers actions. */
  actions?:
    | {
        items?: readonly PanelAction[] | undefined;
        classes?: string | undefined;
        attributes?: Attributes | undefined;
      }
    | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** It is done: what was sent, and its reference. */
export function Panel({ title, headingLevel = 1, children, actions, classes, attributes }: PanelProps) {
  const isInterruption = classes?.includes('govuk-panel--interruption') ?? false;
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      class={classNames('govuk-panel', !isInterruption && 'govuk-panel--confirmation', classes)}
      {...attributes}
    >
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {isInterruption && actions && (
        <div class={classNames('govuk-panel__actions', actions.classes)} {...actions.attributes}>
          {actions.items && actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((action) => (
                <>
                  <Action action={action} />{' '}
                </>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function Action({ action }: { action: PanelAction }) {
  if (!action.href || action.type === 'button') {
    return (
      <Button
        type={action.type ?? 'button'}
        classes={classNames('govuk-button--inverse', action.classes)}
        href={action.href}
        attributes={action.attributes}
      >
        {action.text}
      </Button>
    );
  }
  return (
    <a
      class={classNames('govuk-link govuk-link--inverse', action.classes)}
      href={action.href}
      {...action.attributes}
    >
      {action.text}
    </a>
  );
}
