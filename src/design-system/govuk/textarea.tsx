import { classNames, isGiven } from './content.ts';
import { FieldHeading, type FieldOptions, FormGroup, helpIds } from './form-group.tsx';

export type TextareaProps = FieldOptions & {
  value?: string | null | undefined;
  rows?: number | undefined;
  spellcheck?: boolean | undefined;
  autocomplete?: string | undefined;
};

/** More than one line of text. */
export function Textarea(props: TextareaProps) {
  const { formGroup, errorMessage } = props;
  const id = props.id || props.name;
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      <FieldHeading id={id} label={props.label} hint={props.hint} errorMessage={errorMessage} />
      {formGroup?.beforeInput}
      <textarea
        class={classNames('govuk-textarea', isGiven(errorMessage) && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows || 5}
        {...(props.spellcheck === undefined ? {} : { spellcheck: props.spellcheck })}
        disabled={props.disabled}
        aria-describedby={helpIds(id, props)}
        autocomplete={props.autocomplete || undefined}
        {...props.attributes}
      >
        {keepFirstLine(props.value)}
      </textarea>
      {formGroup?.afterInput}
    </FormGroup>
  );
}

// A browser drops a line break that comes first in a textarea; nothing that was typed may be lost.
function keepFirstLine(value: string | null | undefined): string | null | undefined {
  return value?.startsWith('\n') || value?.startsWith('\r\n') ? `\n${value}` : value;
}
