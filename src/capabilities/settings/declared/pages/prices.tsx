import { Input, Layout, type PageContext, Select, StackedTable } from '../../../../design-system/index.ts';
import { PERS, type Prices } from '../prices.ts';
import { PriceLines } from './overview.tsx';
import { Frame, type PartProps } from './part.tsx';
import { MoreLines } from './places.tsx';

const STATE_FUNDED = 'The register shows that this setting is state-funded. It keeps no prices here';

type Props = Omit<PartProps, 'part' | 'theirs'> & { theirs: Prices | null; stateFunded: boolean };

/** A setting's prices, to be given anew. */
export function PricesPage(props: Props) {
  const { at, typed, errors, room, theirs, stateFunded } = props;
  const shared = { formGroup: { classes: 'govuk-!-margin-bottom-0' } };
  const label = (what: string, number: number) => ({
    text: `${what}, line ${number}`,
    classes: 'govuk-visually-hidden',
  });
  return (
    <Frame
      {...props}
      barred={stateFunded ? STATE_FUNDED : props.barred}
      inLines
      title="Prices"
      action={`${at}/prices`}
      theirs={theirs === null ? null : <PriceLines prices={theirs} />}
    >
      <p class="govuk-body">
        Authorities see these, and {props.told ? 'the setting’s' : 'your'} own people. Families never do, and
        no list of settings is sorted by price. Empty a line to take it away.
      </p>
      <StackedTable
        caption="Prices"
        captionClasses="govuk-visually-hidden"
        head={['What for', 'Price in pounds', 'For each']}
        rows={Array.from({ length: room }, (_, place) => place + 1).map((number) => [
          <Input
            name={`what-${number}`}
            label={label('What for', number)}
            value={typed[`what-${number}`]}
            errorMessage={errors[`what-${number}`]}
            {...shared}
          />,
          <Input
            name={`amount-${number}`}
            label={label('Price in pounds', number)}
            value={typed[`amount-${number}`]}
            errorMessage={errors[`amount-${number}`]}
            prefix="£"
            inputmode="decimal"
            classes="govuk-input--width-10"
            {...shared}
          />,
          <Select
            name={`per-${number}`}
            label={label('For each', number)}
            items={[{ value: '', text: '' }, ...PERS.map((per) => ({ value: per, text: per }))]}
            value={typed[`per-${number}`]}
            errorMessage={errors[`per-${number}`]}
            {...shared}
          />,
        ])}
      />
      <MoreLines room={room} />
    </Frame>
  );
}

/** What a setting charges, for an authority's staff. */
export function PricesForStaffPage({
  page,
  setting,
  prices,
  stateFunded,
}: {
  page: PageContext;
  setting: { id: string; name: string };
  prices: Prices | null;
  stateFunded: boolean;
}) {
  return (
    <Layout title="Prices" page={page} backLink={{ href: `/settings/${setting.id}`, text: setting.name }}>
      <span class="govuk-caption-l">{setting.name}</span>
      <h1 class="govuk-heading-l">Prices</h1>
      {stateFunded ? (
        <p class="govuk-body">
          The register shows that this setting is state-funded. It keeps no prices here.
        </p>
      ) : (
        <PriceLines prices={prices} />
      )}
      <p class="govuk-body">Families are never shown these, and no list of settings is sorted by price.</p>
    </Layout>
  );
}
