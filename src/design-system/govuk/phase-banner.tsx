import type { ComponentChildren } from 'preact';
import { type Attributes, type Content, classNames, isOptions, type Options } from './content.ts';
import { Tag } from './tag.tsx';

export type PhaseBannerProps = {
  tag: Content | Options;
  children?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** How finished the service is. */
export function PhaseBanner({ tag, children, classes, attributes }: PhaseBannerProps) {
  const phase: Options = isOptions<Options>(tag) ? tag : { text: tag };
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', classes)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classNames('govuk-phase-banner__content__tag', phase.classes)}>{phase.text}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
