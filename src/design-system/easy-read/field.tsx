import { parsePlainDate } from '../../shared/plain-date.ts';
import { DateField } from '../date-field.tsx';
import { errorFor, type FieldErrors } from '../errors.ts';
import { FileUpload } from '../govuk/file-upload.tsx';
import { Input } from '../govuk/input.tsx';
import { Radios } from '../govuk/radios.tsx';
import { Select } from '../govuk/select.tsx';
import { Textarea } from '../govuk/textarea.tsx';
import { type Field, plain } from './content.ts';
import { Words } from './words.tsx';

/** One box of an Easy Read form, in the same components as everywhere else. */
export function EasyField({ field, error }: { field: Field; error: FieldErrors }) {
  const { name, kind, value, autocomplete } = field;
  const text = <Words line={field.label} />;
  const common = { name, id: field.id, errorMessage: errorFor(error, name), autocomplete };
  const label = { text, classes: 'govuk-label--s' };
  const legend = { text, classes: 'govuk-fieldset__legend--s' };
  const items = (field.choices ?? []).map((choice) => ({
    value: choice.value,
    text: <Words line={choice.text} />,
  }));
  switch (kind) {
    case 'long':
      return <Textarea {...common} label={label} value={value} rows={6} />;
    case 'date':
      return (
        <DateField
          name={name}
          legend={legend}
          errors={error}
          typed={field.typed ?? {}}
          value={parsePlainDate(value ?? '')}
        />
      );
    case 'choice':
      return (
        <Radios
          name={name}
          idPrefix={field.id}
          fieldset={{ legend }}
          errorMessage={errorFor(error, name)}
          value={value}
          items={items}
        />
      );
    case 'select':
      return <Select {...common} label={label} value={value} items={plainItems(field)} />;
    case 'files':
      return <FileUpload {...common} multiple label={label} attributes={{ accept: field.accept }} />;
    default:
      return <Input {...common} label={label} value={value} type={kind} />;
  }
}

// An option of a list holds plain text and nothing else.
function plainItems({ choices = [] }: Field): { value: string; text: string }[] {
  return choices.map(({ value, text }) => ({ value, text: plain(text) }));
}
