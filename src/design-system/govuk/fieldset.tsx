import type { ComponentChildren } from 'preact';
import { type Attributes, type Content, classNames, isGiven, isOptions, type Options } from './content.ts';

export type LegendOptions = Options & { isPageHeading?: boolean | undefined };
export type FieldsetOptions = {
  legend?: Content | LegendOptions;
  describedBy?: string | undefined;
  classes?: string | undefined;
  role?: 'group' | 'radiogroup' | undefined;
  attributes?: Attributes | undefined;
};
export type FieldsetProps = FieldsetOptions & { children?: ComponentChildren };

/** Fields that answer one question together, under its legend. */
export function Fieldset({ legend, describedBy, classes, role, attributes, children }: FieldsetProps) {
  return (
    <fieldset
      class={classNames('govuk-fieldset', classes)}
      role={role}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      <Legend legend={isOptions<LegendOptions>(legend) ? legend : { text: legend }} />
      {children}
    </fieldset>
  );
}

function Legend({ legend }: { legend: LegendOptions }) {
  if (!isGiven(legend.text)) return null;
  return (
    <legend class={classNames('govuk-fieldset__legend', legend.classes)} {...legend.attributes}>
      {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
    </legend>
  );
}
