import { Button, Input, Select, StackedTable } from '../../../../design-system/index.ts';
import { NEED_TYPES } from '../../setting.ts';
import { codeOf, MOST_LINES } from '../lists.ts';
import { sayNeed } from '../words.ts';
import type { PartProps } from './part.tsx';

const CHOICES = [
  { value: '', text: '' },
  { value: 'any', text: 'Any need' },
  ...NEED_TYPES.map((need) => ({ value: codeOf(need), text: sayNeed(need) })),
];

/** Places line by line: for which need and which years or ages, how many there are, and how many are free. */
export function PlacesFields({ typed, errors, room }: PartProps) {
  const cell = (name: string, label: string, number: number, width: string) => (
    <Input
      name={`${name}-${number}`}
      label={{ text: `${label}, line ${number}`, classes: 'govuk-visually-hidden' }}
      value={typed[`${name}-${number}`]}
      errorMessage={errors[`${name}-${number}`]}
      inputmode={name === 'band' ? undefined : 'numeric'}
      classes={width}
      formGroup={{ classes: 'govuk-!-margin-bottom-0' }}
    />
  );
  return (
    <>
      <p class="govuk-body">
        One line for each need and the years it is for. Write years like “years 7 to 9” or “reception to year
        2”, or ages like “ages 16 to 19”. Empty a line to take it away. If no places are free, say 0. Up to
        2,000 places on a line: the service’s own limit, to catch slips.
      </p>
      <StackedTable
        caption="Places"
        captionClasses="govuk-visually-hidden"
        head={['Need', 'Years or ages', 'Places in all', 'Free now']}
        rows={Array.from({ length: room }, (_, at) => at + 1).map((number) => [
          <Select
            name={`need-${number}`}
            label={{ text: `Need, line ${number}`, classes: 'govuk-visually-hidden' }}
            items={CHOICES}
            value={typed[`need-${number}`]}
            errorMessage={errors[`need-${number}`]}
            formGroup={{ classes: 'govuk-!-margin-bottom-0' }}
          />,
          cell('band', 'Years or ages', number, 'govuk-input--width-10'),
          cell('places', 'Places in all', number, 'govuk-input--width-4'),
          cell('free', 'Free now', number, 'govuk-input--width-4'),
        ])}
      />
      <MoreLines room={room} />
    </>
  );
}

/** Room for more lines, with what was typed kept; saves nothing. */
export function MoreLines({ room }: { room: number }) {
  return (
    <>
      <input type="hidden" name="room" value={room} />
      {room < MOST_LINES && (
        <p>
          <Button name="more" value="yes" classes="govuk-button--secondary">
            More lines
          </Button>
        </p>
      )}
    </>
  );
}
