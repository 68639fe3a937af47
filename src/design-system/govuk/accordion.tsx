import {
  type Attributes,
  type Content,
  classNames,
  type HeadingLevel,
  type Item,
  isGiven,
  isPlainText,
} from './content.ts';
import { messageAttributes } from './i18n.ts';

export type AccordionSection = {
  heading: Content;
  summary?: Content;
  /** Plain text becomes a paragraph; elements stand as they are. */
  content?: Content;
  expanded?: boolean | undefined;
};
export type AccordionProps = {
  id: string;
  items: readonly Item<AccordionSection>[];
  headingLevel?: HeadingLevel | undefined;
  rememberExpanded?: boolean | undefined;
  hideAllSectionsText?: string | undefined;
  hideSectionText?: string | undefined;
  hideSectionAriaLabelText?: string | undefined;
  showAllSectionsText?: string | undefined;
  showSectionText?: string | undefined;
  showSectionAriaLabelText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Sections that open one by one. Without script all of them are open. */
export function Accordion(props: AccordionProps) {
  const { id, items, headingLevel = 2 } = props;
  return (
    <div
      class={classNames('govuk-accordion', props.classes)}
      data-module="govuk-accordion"
      id={id}
      {...messageAttributes({
        'hide-all-sections': props.hideAllSectionsText,
        'hide-section': props.hideSectionText,
        'hide-section-aria-label': props.hideSectionAriaLabelText,
        'show-all-sections': props.showAllSectionsText,
        'show-section': props.showSectionText,
        'show-section-aria-label': props.showSectionAriaLabelText,
      })}
      data-remember-expanded={props.rememberExpanded?.toString()}
      {...props.attributes}
    >
      {items.map(
        (item, place) =>
          item && <Section item={item} id={id} place={place + 1} headingLevel={headingLevel} />,
      )}
    </div>
  );
}

type SectionProps = { item: AccordionSection; id: string; place: number; headingLevel: HeadingLevel };

function Section({ item, id, place, headingLevel }: SectionProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      class={classNames('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded')}
    >
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${place}`}>
            {item.heading}
          </span>
        </Heading>
        {isGiven(item.summary) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${place}`}>
            {item.summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${place}`} class="govuk-accordion__section-content">
        {isPlainText(item.content) ? <p class="govuk-body">{item.content}</p> : item.content}
      </div>
    </div>
  );
}
