import { type Attributes, type Content, classNames, type Item, isGiven } from './content.ts';
import { FieldsetGroup, type FieldsetGroupOptions } from './form-group.tsx';
import { Input, type InputProps } from './input.tsx';

export type DatePart = {
  name?: string | undefined;
  id?: string | undefined;
  label?: Content;
  value?: string | number | undefined;
  /** Marks this part as the wrong one; with `false`, as not wrong. */
  error?: boolean | undefined;
  classes?: string | undefined;
  inputmode?: InputProps['inputmode'];
  autocomplete?: string | undefined;
  pattern?: string | undefined;
  attributes?: Attributes | undefined;
};
type DateValue = string | number | undefined;
type DateValues = Readonly<Record<string, DateValue>> & {
  readonly day?: DateValue;
  readonly month?: DateValue;
  readonly year?: DateValue;
};
export type DateInputProps = FieldsetGroupOptions & {
  id: string;
  namePrefix?: string | undefined;
  /** The parts asked for; day, month and year unless given. */
  items?: readonly Item<DatePart>[] | undefined;
  day?: Item<DatePart>;
  month?: Item<DatePart>;
  year?: Item<DatePart>;
  values?: DateValues | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

const ERROR = 'govuk-input--error';

/** A date the person knows, in three boxes. */
export function DateInput(props: DateInputProps) {
  const { id, formGroup, errorMessage } = props;
  const items = partsOf(props);
  const anyWrong = items.some((item) => item && isWrong(item));
  return (
    <FieldsetGroup {...props} {...(props.fieldset ? { role: 'group' } : {})}>
      <div class={classNames('govuk-date-input', props.classes)} id={id || undefined} {...props.attributes}>
        {formGroup?.beforeInputs}
        {items.map(
          (item) =>
            item && (
              <DatePartInput
                item={item}
                date={props}
                wrong={isWrong(item) || (item.error !== false && isGiven(errorMessage) && !anyWrong)}
              />
            ),
        )}
        {formGroup?.afterInputs}
      </div>
    </FieldsetGroup>
  );
}

type NamedPart = DatePart & { part?: 'day' | 'month' | 'year' | undefined };

function partsOf(props: DateInputProps): readonly Item<NamedPart>[] {
  const { items, values } = props;
  const parts = (['day', 'month', 'year'] as const).map((part) => {
    const given: DatePart = props[part] || {};
    return props[part] === false ? null : { value: values?.[part], ...given, name: given.name || part, part };
  });
  if (items === undefined || items.length === 0) return parts;
  return items.map((item) => {
    const known = item && parts.find((part) => part && (item.name === part.part || item.name === part.name));
    return known ? { ...item, part: known.part, value: item.value ?? known.value } : item;
  });
}

function isWrong(item: DatePart): boolean {
  return item.error === true || (item.classes?.includes(ERROR) ?? false);
}

function DatePartInput({ item, date, wrong }: { item: NamedPart; date: DateInputProps; wrong: boolean }) {
  const name = item.name ?? '';
  const sent = date.namePrefix ? `${date.namePrefix}-${name}` : name;
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{
          text: item.label || `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
          classes: 'govuk-date-input__label',
        }}
        id={item.id || `${date.id}-${name}`}
        classes={classNames(
          'govuk-date-input__input',
          wrong && !item.classes?.includes(ERROR) && ERROR,
          !item.classes?.includes('govuk-input--width-') &&
            `govuk-input--width-${item.part === 'year' ? 4 : 2}`,
          item.classes,
        )}
        name={sent}
        value={item.value ?? date.values?.[sent]}
        inputmode={item.inputmode || 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  );
}
