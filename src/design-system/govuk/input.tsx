import { type Attributes, type Content, classNames, isGiven, isOptions, type Options } from './content.ts';
import { FieldHeading, type FieldOptions, FormGroup, helpIds } from './form-group.tsx';

export type InputProps = FieldOptions & {
  value?: string | number | null | undefined;
  type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'number' | 'password' | undefined;
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | 'text' | 'none' | undefined;
  autocomplete?: string | undefined;
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  pattern?: string | undefined;
  spellcheck?: boolean | undefined;
  prefix?: Content | Options;
  suffix?: Content | Options;
  inputWrapper?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined;
};

/** One line of text. */
export function Input(props: InputProps) {
  const { formGroup, prefix, suffix, inputWrapper } = props;
  const id = props.id || props.name;
  const wrapped =
    isShown(prefix) || isShown(suffix) || isGiven(formGroup?.beforeInput) || isGiven(formGroup?.afterInput);
  return (
    <FormGroup errorMessage={props.errorMessage} formGroup={formGroup}>
      <FieldHeading id={id} label={props.label} hint={props.hint} errorMessage={props.errorMessage} />
      {wrapped ? (
        <div class={classNames('govuk-input__wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
          {formGroup?.beforeInput}
          <Affix type="prefix" part={prefix} />
          <InputElement {...props} id={id} />
          <Affix type="suffix" part={suffix} />
          {formGroup?.afterInput}
        </div>
      ) : (
        <InputElement {...props} id={id} />
      )}
    </FormGroup>
  );
}

function InputElement(props: InputProps & { id: string }) {
  const { value, spellcheck } = props;
  const attributes: Attributes = {
    class: classNames('govuk-input', props.classes, isGiven(props.errorMessage) && 'govuk-input--error'),
    id: props.id,
    name: props.name,
    type: props.type || 'text',
    spellcheck: spellcheck?.toString(),
    value: value ?? undefined,
    disabled: props.disabled,
    'aria-describedby': helpIds(props.id, props),
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    pattern: props.pattern,
    inputmode: props.inputmode,
    ...props.attributes,
  };
  return <input {...attributes} />;
}

function Affix({ type, part }: { type: 'prefix' | 'suffix'; part: Content | Options }) {
  if (!isShown(part)) return null;
  const { text, classes, attributes } = isOptions<Options>(part) ? part : { text: part };
  return (
    <div class={classNames(`govuk-input__${type}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  );
}

function isShown(part: Content | Options): boolean {
  return isOptions<Options>(part) ? isGiven(part.text) : isGiven(part);
}
