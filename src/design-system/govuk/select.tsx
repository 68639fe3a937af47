import { renderToString } from 'preact-render-to-string';
import { type Attributes, classNames, type Item, isGiven } from './content.ts';
import { FieldHeading, type FieldOptions, FormGroup, helpIds } from './form-group.tsx';

export type SelectItem = {
  text: string | number;
  /** What is sent; the text, unless given. */
  value?: string | number | boolean | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
};
export type SelectProps = FieldOptions & {
  items: readonly Item<SelectItem>[] | KeptOptions;
  /** The value of the option chosen before. */
  value?: string | number | null | undefined;
};

/** One choice from a long list. Prefer radios where they fit. */
export function Select(props: SelectProps) {
  const { formGroup, errorMessage } = props;
  const id = props.id || props.name;
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      <FieldHeading id={id} label={props.label} hint={props.hint} errorMessage={errorMessage} />
      {formGroup?.beforeInput}
      <select
        class={classNames('govuk-select', props.classes, isGiven(errorMessage) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={helpIds(id, props)}
        {...props.attributes}
        {...optionsOf(props)}
      />
      {formGroup?.afterInput}
    </FormGroup>
  );
}

/** Options that many pages offer again and again: drawn once for each of them that may be chosen. */
export class KeptOptions {
  readonly #items: readonly SelectItem[];
  readonly #markups = new Map<string, string>();

  constructor(items: readonly SelectItem[]) {
    this.#items = items;
  }

  /** The markup of all of them, with this one chosen if it is one of them. */
  markup(chosen: SelectProps['value']): string {
    // Whatever else may be asked for chooses none: no more are kept than there are options.
    const value = this.#items.some((item) => isChosen(item, chosen)) ? String(chosen) : '';
    const known = this.#markups.get(value);
    if (known !== undefined) return known;
    const markup = this.#items.map((item) => renderToString(<Option item={item} chosen={value} />)).join('');
    this.#markups.set(value, markup);
    return markup;
  }
}

function optionsOf({ items, value }: SelectProps) {
  // Drawn by the same component, escaped as they are.
  if (items instanceof KeptOptions) return { dangerouslySetInnerHTML: { __html: items.markup(value) } };
  return { children: items.map((item) => item && <Option item={item} chosen={value} />) };
}

function Option({ item, chosen }: { item: SelectItem; chosen: SelectProps['value'] }) {
  return (
    <option
      {...(item.value === undefined ? {} : { value: String(item.value) })}
      selected={item.selected || (isChosen(item, chosen) && item.selected !== false)}
      disabled={item.disabled}
      {...item.attributes}
    >
      {item.text}
    </option>
  );
}

function isChosen(item: SelectItem, chosen: SelectProps['value']): boolean {
  return isGiven(chosen) && String(item.value ?? item.text) === String(chosen);
}
