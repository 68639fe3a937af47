import { type Choice, ChoiceItem, choiceHintId, choiceId, type Divider, hasHint } from './choice.tsx';
import { type Attributes, classNames, describedBy, type Item } from './content.ts';
import { FieldsetGroup, type FieldsetGroupOptions, helpIds } from './form-group.tsx';

export type Checkbox = Choice & {
  name?: string | undefined;
  /** `exclusive`: choosing this one clears the others. */
  behaviour?: string | undefined;
};
export type CheckboxesProps = FieldsetGroupOptions & {
  name: string;
  /** `name`, unless given. */
  idPrefix?: string | undefined;
  items: readonly Item<Checkbox | Divider>[];
  /** The values chosen before. */
  values?: readonly string[] | undefined;
  describedBy?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Any number of choices, or none. */
export function Checkboxes(props: CheckboxesProps) {
  const { items, values, formGroup, fieldset } = props;
  const idPrefix = props.idPrefix || props.name;
  const shared = fieldset === undefined ? helpIds(idPrefix, props) : undefined;
  return (
    <FieldsetGroup {...props} id={idPrefix}>
      <div
        class={classNames('govuk-checkboxes', props.classes)}
        {...props.attributes}
        data-module="govuk-checkboxes"
      >
        {formGroup?.beforeInputs}
        {items.map((item, place) => {
          if (!item) return null;
          if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
          const id = item.id || choiceId(idPrefix, place);
          const chosen = (values?.includes(item.value) ?? false) && item.checked !== false;
          return (
            <ChoiceItem
              kind="checkbox"
              item={item}
              id={id}
              name={item.name || props.name}
              checked={item.checked || chosen}
              describedBy={describedBy(shared, hasHint(item) && choiceHintId(id))}
              behaviour={item.behaviour}
            />
          );
        })}
        {formGroup?.afterInputs}
      </div>
    </FieldsetGroup>
  );
}
