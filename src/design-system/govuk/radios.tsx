import { type Choice, ChoiceItem, choiceHintId, choiceId, type Divider, hasHint } from './choice.tsx';
import { type Attributes, classNames, type Item } from './content.ts';
import { FieldsetGroup, type FieldsetGroupOptions } from './form-group.tsx';

export type RadiosProps = FieldsetGroupOptions & {
  name: string;
  /** `name`, unless given. */
  idPrefix?: string | undefined;
  items: readonly Item<Choice | Divider>[];
  /** The value of the option chosen before. */
  value?: string | null | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** One choice of a few. */
export function Radios(props: RadiosProps) {
  const { name, items, value, formGroup } = props;
  const idPrefix = props.idPrefix || name;
  return (
    <FieldsetGroup {...props} id={idPrefix}>
      <div class={classNames('govuk-radios', props.classes)} {...props.attributes} data-module="govuk-radios">
        {formGroup?.beforeInputs}
        {items.map((item, place) => {
          if (!item) return null;
          if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>;
          const id = item.id || choiceId(idPrefix, place);
          const chosen = Boolean(value) && item.value === value && item.checked !== false;
          return (
            <ChoiceItem
              kind="radio"
              item={item}
              id={id}
              name={name}
              checked={item.checked || chosen}
              describedBy={hasHint(item) ? choiceHintId(id) : undefined}
            />
          );
        })}
        {formGroup?.afterInputs}
      </div>
    </FieldsetGroup>
  );
}
