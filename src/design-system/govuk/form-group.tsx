import type { ComponentChildren } from 'preact';
import {
  type Attributes,
  type Content,
  classNames,
  describedBy,
  isGiven,
  isOptions,
  type Options,
} from './content.ts';
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx';
import { Fieldset, type FieldsetOptions } from './fieldset.tsx';
import { Hint } from './hint.tsx';
import { Label, type LabelOptions } from './label.tsx';

type GroupOptions = { classes?: string | undefined; attributes?: Attributes | undefined };

/** The box around one field, and what may stand just before or after its input. */
export type FormGroupOptions = GroupOptions & { beforeInput?: Content; afterInput?: Content };
/** The box around several inputs that answer one question. */
export type FormGroupOfInputsOptions = GroupOptions & { beforeInputs?: Content; afterInputs?: Content };

type Help = {
  hint?: Content | Options;
  /** What is wrong with the answer; nothing when undefined, so `errorMessage={errors.name}` is enough. */
  errorMessage?: Content | ErrorMessageOptions;
};

/** What every field of one input takes. */
export type FieldOptions = Help & {
  name: string;
  /** `name`, unless given. */
  id?: string | undefined;
  label: Content | LabelOptions;
  describedBy?: string | undefined;
  formGroup?: FormGroupOptions | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  disabled?: boolean | undefined;
};

/** What every question of several inputs takes. */
export type FieldsetGroupOptions = Help & {
  fieldset?: FieldsetOptions | undefined;
  formGroup?: FormGroupOfInputsOptions | undefined;
};

export function FormGroup(
  props: Help & { error?: never; formGroup?: GroupOptions | undefined; children: ComponentChildren },
) {
  const { errorMessage, formGroup, children } = props;
  return (
    <div
      class={classNames(
        'govuk-form-group',
        isGiven(errorMessage) && 'govuk-form-group--error',
        formGroup?.classes,
      )}
      {...formGroup?.attributes}
    >
      {children}
    </div>
  );
}

/** The label, hint and error above an input, in the order they are read. */
export function FieldHeading({
  id,
  label,
  hint,
  errorMessage,
}: Help & { id: string; label: Content | LabelOptions }) {
  const { text, ...options } = isOptions<LabelOptions>(label) ? label : { text: label };
  return (
    <>
      <Label for={id} {...options}>
        {text}
      </Label>
      <FieldHelp id={id} hint={hint} errorMessage={errorMessage} />
    </>
  );
}

/** The ids of a field's hint and error, after those it was given. */
export function helpIds(id: string, help: Help & { describedBy?: string | undefined }): string | undefined {
  return describedBy(
    help.describedBy,
    isGiven(help.hint) && `${id}-hint`,
    isGiven(help.errorMessage) && `${id}-error`,
  );
}

function FieldHelp({ id, hint, errorMessage }: Help & { id: string }) {
  const { text: hintText, ...hintOptions } = isOptions<Options>(hint) ? hint : { text: hint };
  const { text: errorText, ...errorOptions } = isOptions<ErrorMessageOptions>(errorMessage)
    ? errorMessage
    : { text: errorMessage };
  return (
    <>
      {isGiven(hint) && (
        <Hint id={`${id}-hint`} {...hintOptions}>
          {hintText}
        </Hint>
      )}
      {isGiven(errorMessage) && (
        <ErrorMessage id={`${id}-error`} {...errorOptions}>
          {errorText}
        </ErrorMessage>
      )}
    </>
  );
}

/** A question of several inputs: its fieldset, where there is one, then its hint, its error and the inputs. */
export function FieldsetGroup(
  props: FieldsetGroupOptions & {
    id: string;
    describedBy?: string | undefined;
    role?: 'group' | 'radiogroup';
    children: ComponentChildren;
  },
) {
  const { id, fieldset, hint, errorMessage, formGroup, role, children } = props;
  const inner = (
    <>
      <FieldHelp id={id} hint={hint} errorMessage={errorMessage} />
      {children}
    </>
  );
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      {fieldset === undefined ? (
        inner
      ) : (
        <Fieldset
          {...fieldset}
          role={role ?? fieldset.role}
          describedBy={helpIds(id, {
            hint,
            errorMessage,
            describedBy: fieldset.describedBy || props.describedBy,
          })}
        >
          {inner}
        </Fieldset>
      )}
    </FormGroup>
  );
}
