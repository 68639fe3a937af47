import { type Attributes, classNames, isGiven } from './content.ts';
import { FieldHeading, type FieldOptions, FormGroup, helpIds } from './form-group.tsx';
import { messageAttributes, type PluralMessage } from './i18n.ts';

export type FileUploadProps = FieldOptions & {
  multiple?: boolean | undefined;
  /** Lets a file be dropped on the field, where scripts run. */
  javascript?: boolean | undefined;
  wrapperClasses?: string | undefined;
  wrapperAttributes?: Attributes | undefined;
  chooseFilesButtonText?: string | undefined;
  noFileChosenText?: string | undefined;
  multipleFilesChosenText?: PluralMessage | undefined;
  dropInstructionText?: string | undefined;
  enteredDropZoneText?: string | undefined;
  leftDropZoneText?: string | undefined;
};

/** A file from the person's own device. */
export function FileUpload(props: FileUploadProps) {
  const { formGroup, errorMessage } = props;
  const id = props.id || props.name;
  const input = (
    <input
      class={classNames(
        'govuk-file-upload',
        props.classes,
        isGiven(errorMessage) && 'govuk-file-upload--error',
      )}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={helpIds(id, props)}
      {...props.attributes}
    />
  );
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      <FieldHeading id={id} label={props.label} hint={props.hint} errorMessage={errorMessage} />
      {formGroup?.beforeInput}
      {props.javascript ? (
        <div
          class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
          data-module="govuk-file-upload"
          {...messageAttributes({
            'choose-files-button': props.chooseFilesButtonText,
            'no-file-chosen': props.noFileChosenText,
            'multiple-files-chosen': props.multipleFilesChosenText,
            'drop-instruction': props.dropInstructionText,
            'entered-drop-zone': props.enteredDropZoneText,
            'left-drop-zone': props.leftDropZoneText,
          })}
          {...props.wrapperAttributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
      {formGroup?.afterInput}
    </FormGroup>
  );
}
