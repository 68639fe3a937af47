import type { ComponentChildren } from 'preact';
import { type Attributes, type Content, classNames } from './content.ts';

export type HeaderProps = {
  /** Whose service it is: a name or a mark. The crown and the GOV.UK logo are for gov.uk alone, so neither is here. */
  children?: ComponentChildren;
  homepageUrl?: string | undefined;
  /** Beside the name, at the far end. */
  end?: Content;
  containerClasses?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** The header of a service under gov.uk, for comparison with the published markup. */
export function Header({ homepageUrl, ...props }: HeaderProps) {
  return <HeaderOf {...props} block="govuk-header" homepageUrl={homepageUrl || '//gov.uk'} />;
}

/** The header of a service anywhere else: ours. */
export function GenericHeader({ homepageUrl, ...props }: HeaderProps) {
  return <HeaderOf {...props} block="govuk-generic-header" homepageUrl={homepageUrl || '/'} />;
}

type HeaderOfProps = HeaderProps & { homepageUrl: string; block: 'govuk-header' | 'govuk-generic-header' };

function HeaderOf({
  block,
  children,
  end,
  homepageUrl,
  containerClasses,
  classes,
  attributes,
}: HeaderOfProps) {
  return (
    <div class={classNames(block, classes)} {...attributes}>
      <div class={`${block}__container ${containerClasses || 'govuk-width-container'}`}>
        <div class={`${block}__logo`}>
          <a href={homepageUrl} class={`${block}__homepage-link`}>
            {children}
          </a>
        </div>
        {end}
      </div>
    </div>
  );
}
