import { classNames, isGiven } from './content.ts';
import { Hint } from './hint.tsx';
import { messageAttributes, type PluralMessage } from './i18n.ts';
import { Textarea, type TextareaProps } from './textarea.tsx';

export type CharacterCountProps = Omit<TextareaProps, 'disabled' | 'describedBy' | 'autocomplete'> & {
  maxlength?: number | string | undefined;
  /** Going away in GOV.UK Frontend: use `maxlength` with `countType: 'words'`. */
  maxwords?: number | string | undefined;
  /** How full the box is, in per cent, before the count shows. */
  threshold?: number | string | undefined;
  countType?: 'words' | 'characters' | undefined;
  countMessage?: { classes?: string | undefined } | undefined;
  textareaDescriptionText?: string | undefined;
  charactersUnderLimitText?: PluralMessage | undefined;
  charactersAtLimitText?: string | undefined;
  charactersOverLimitText?: PluralMessage | undefined;
  wordsUnderLimitText?: PluralMessage | undefined;
  wordsAtLimitText?: string | undefined;
  wordsOverLimitText?: PluralMessage | undefined;
};

/** More than one line of text, with a limit that is counted as it is typed. Without script the limit is still told. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name;
  const { formGroup, maxlength, maxwords, textareaDescriptionText, countMessage } = props;
  const countType = props.countType ?? (maxwords ? 'words' : undefined);
  const limit = maxwords || maxlength;
  const description =
    textareaDescriptionText ??
    `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`;
  return (
    <Textarea
      id={id}
      name={props.name}
      describedBy={`${id}-info`}
      rows={props.rows}
      spellcheck={props.spellcheck}
      value={props.value}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      classes={classNames('govuk-js-character-count', props.classes)}
      attributes={props.attributes}
      formGroup={{
        classes: classNames('govuk-character-count', formGroup?.classes),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': maxlength,
          'data-maxwords': maxwords,
          'data-threshold': props.threshold,
          'data-count-type': countType,
          ...messageAttributes({
            'textarea-description':
              !limit && textareaDescriptionText ? { other: textareaDescriptionText } : undefined,
            'characters-under-limit': props.charactersUnderLimitText,
            'characters-at-limit': props.charactersAtLimitText,
            'characters-over-limit': props.charactersOverLimitText,
            'words-under-limit': props.wordsUnderLimitText,
            'words-at-limit': props.wordsAtLimitText,
            'words-over-limit': props.wordsOverLimitText,
          }),
          ...formGroup?.attributes,
        },
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            <Hint
              id={`${id}-info`}
              classes={classNames('govuk-character-count__message', countMessage?.classes)}
            >
              {limit ? description.replace('%{count}', String(limit)) : ''}
            </Hint>
            {isGiven(formGroup?.afterInput) && formGroup?.afterInput}
          </>
        ),
      }}
    />
  );
}
