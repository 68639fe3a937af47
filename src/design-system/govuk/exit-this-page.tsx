import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { type Attributes, classNames } from './content.ts';

export const EXIT_ADDRESS = 'https://www.bbc.co.uk/weather';

export type ExitThisPageProps = {
  children?: ComponentChildren;
  redirectUrl?: string | undefined;
  id?: string | undefined;
  activatedText?: string | undefined;
  timedOutText?: string | undefined;
  pressTwoMoreTimesText?: string | undefined;
  pressOneMoreTimeText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Leaves at once, and hides what was shown, for someone who may be watched. */
export function ExitThisPage(props: ExitThisPageProps) {
  return (
    <div
      id={props.id}
      class={classNames('govuk-exit-this-page', props.classes)}
      data-module="govuk-exit-this-page"
      {...{
        'data-i18n.activated': props.activatedText,
        'data-i18n.timed-out': props.timedOutText,
        'data-i18n.press-two-more-times': props.pressTwoMoreTimesText,
        'data-i18n.press-one-more-time': props.pressOneMoreTimeText,
      }}
      {...props.attributes}
    >
      <Button
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={props.redirectUrl || EXIT_ADDRESS}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {props.children || (
          <>
            <span class="govuk-visually-hidden">Emergency</span> Exit this page
          </>
        )}
      </Button>
    </div>
  );
}
