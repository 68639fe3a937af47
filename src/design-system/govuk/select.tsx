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
  items: readonly Item<SelectItem>[];
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
      >
        {props.items.map((item) => item && <Option item={item} chosen={props.value} />)}
      </select>
      {formGroup?.afterInput}
    </FormGroup>
  );
}

function Option({ item, chosen }: { item: SelectItem; chosen: SelectProps['value'] }) {
  const isChosen = isGiven(chosen) && String(item.value ?? item.text) === String(chosen);
  return (
    <option
      {...(item.value === undefined ? {} : { value: String(item.value) })}
      selected={item.selected || (isChosen && item.selected !== false)}
      disabled={item.disabled}
      {...item.attributes}
    >
      {item.text}
    </option>
  );
}
