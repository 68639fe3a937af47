import { Details, type FieldErrors, Input, Select, Textarea } from '../../../../design-system/index.ts';
import { LEAVE_OUT } from '../choosing.ts';
import { ADVICE_PARTS, CHOICES, NEED_PARTS, OUTCOME_PARTS, type Place, PROVISION_PARTS } from '../place.ts';
import type { Reviewed } from '../review.ts';

type Typed = Readonly<Record<string, string>>;
type Props = {
  passage: Reviewed;
  typed: Typed;
  errors: FieldErrors;
  /** All of its fields are seen from the first. */
  whole?: boolean;
};
const DETAILS = ['part', 'row', 'links', 'text'];

/** Every part a row may have, with the kind of row in front where one alone has it. */
const PARTS = [
  { value: '', text: 'The row’s own words' },
  ...Object.entries(PROVISION_PARTS)
    .filter(([value]) => value !== 'what')
    .map(([value, text]) => ({ value, text: `Provision: ${text.toLowerCase()}` })),
  ...Object.entries(OUTCOME_PARTS)
    .filter(([value]) => value !== 'text')
    .map(([value, text]) => ({ value, text: `Outcome: ${text.toLowerCase()}` })),
  ...Object.entries(NEED_PARTS)
    .filter(([value]) => value !== 'text')
    .map(([value, text]) => ({ value, text: `Need: ${text.toLowerCase()}` })),
  ...Object.entries(ADVICE_PARTS)
    .filter(([value]) => value !== 'from')
    .map(([value, text]) => ({ value, text: `Section K: ${text.toLowerCase()}` })),
];

const WHERE = [
  { value: '', text: 'Not decided yet' },
  { value: LEAVE_OUT, text: 'Leave it out, because…' },
  ...CHOICES.flatMap(({ choices }) => choices),
];

/** Where one passage goes, with all its words: the fields carry its number, since a page may ask of several. */
export function Placing({ passage, typed, errors, whole = false }: Props) {
  const { number } = passage;
  const field = (name: string) => `${name}-${number}`;
  const known = (name: string, before: string) => typed[field(name)] ?? before;
  const at = placed(passage);
  return (
    <>
      <input type="hidden" name={field('version')} value={known('version', String(passage.version))} />
      <Select
        name={field('where')}
        label={{ text: 'Where it goes', classes: 'govuk-label--s' }}
        errorMessage={errors[field('where')]}
        value={known('where', at.where)}
        items={WHERE}
      />
      <Input
        name={field('reason')}
        label="If it is left out, why"
        errorMessage={errors[field('reason')]}
        value={known('reason', passage.leftOut ?? '')}
      />
      <Details
        summary="Its row, and its words"
        open={whole || DETAILS.some((name) => errors[field(name)] !== undefined)}
      >
        <Select
          name={field('part')}
          label="As which part of its row"
          errorMessage={errors[field('part')]}
          value={known('part', at.part)}
          items={PARTS}
        />
        <Input
          name={field('row')}
          label="Row it joins"
          hint="Like P2. Leave it empty for a row of its own"
          errorMessage={errors[field('row')]}
          value={known('row', at.row)}
          classes="govuk-input--width-5"
        />
        <Input
          name={field('links')}
          label="Rows it serves"
          hint="The needs a provision meets, like N1 N2; the provision an outcome comes of, like P1"
          errorMessage={errors[field('links')]}
          value={known('links', passage.links.join(' '))}
          classes="govuk-input--width-10"
        />
        <Textarea
          name={field('text')}
          label="What the plan says"
          errorMessage={errors[field('text')]}
          value={known('text', passage.text)}
          rows={Math.min(12, Math.max(2, Math.ceil(passage.text.length / 60)))}
        />
      </Details>
    </>
  );
}

function placed({ place, leftOut }: Reviewed): { where: string; part: string; row: string } {
  if (place === null) return { where: leftOut === null ? '' : LEAVE_OUT, part: '', row: '' };
  return {
    where: whereOf(place),
    ...('row' in place ? { part: partOf(place), row: place.row } : { part: '', row: '' }),
  };
}

function whereOf(place: Place): string {
  switch (place.kind) {
    case 'field':
      return `field:${place.field}`;
    case 'advice':
      return 'advice';
    case 'provision':
      return `provision:${place.section}:${place.area}`;
    default:
      return `${place.kind}:${place.area}`;
  }
}

function partOf(place: Extract<Place, { row: string }>): string {
  const main = { need: 'text', provision: 'what', outcome: 'text', advice: 'from' }[place.kind];
  return place.part === main ? '' : place.part;
}
