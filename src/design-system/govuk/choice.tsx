import { type Attributes, type Content, classNames, isGiven, isOptions, type Options } from './content.ts';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

/** One radio or checkbox. */
export type Choice = {
  value: string;
  text: Content;
  id?: string | undefined;
  hint?: Content | Options;
  label?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Asked as well, where this is chosen. Without script it is always shown. */
  conditional?: Content;
  attributes?: Attributes | undefined;
};
export type Divider = { divider: Content };

type ChoiceProps = {
  kind: 'radio' | 'checkbox';
  item: Choice;
  id: string;
  name: string;
  checked: boolean;
  describedBy: string | undefined;
  behaviour?: string | undefined;
};

/** An option with its label, its hint and what it asks next. */
export function ChoiceItem({ kind, item, id, name, checked, describedBy, behaviour }: ChoiceProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const { text: hint, ...hintOptions } = isOptions<Options>(item.hint) ? item.hint : { text: item.hint };
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={isGiven(item.conditional) ? `conditional-${id}` : undefined}
          data-behaviour={behaviour || undefined}
          aria-describedby={describedBy}
          {...item.attributes}
        />
        <Label
          for={id}
          classes={classNames(`${block}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.text}
        </Label>
        {isGiven(hint) && (
          <Hint
            {...hintOptions}
            id={choiceHintId(id)}
            classes={classNames(`${block}__hint`, hintOptions.classes)}
          >
            {hint}
          </Hint>
        )}
      </div>
      {isGiven(item.conditional) && (
        <div
          class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}

export function choiceHintId(id: string): string {
  return `${id}-item-hint`;
}

/** Whether the option has a hint that must be pointed to. */
export function hasHint(item: Choice): boolean {
  return isGiven(isOptions<Options>(item.hint) ? item.hint.text : item.hint);
}

/** The first has the group's own id, so that the error summary can lead to it. */
export function choiceId(idPrefix: string, place: number): string {
  return place === 0 ? idPrefix : `${idPrefix}-${place + 1}`;
}
