import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  SummaryList,
} from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { PARTS } from '../declared.ts';
import { type Prices, sayPrice } from '../prices.ts';
import type { ShownPart } from '../shown.ts';
import { PART_NAMES } from '../words.ts';
import { Said } from './says.tsx';

export type OverviewProps = {
  page: PageContext;
  /** Where the pages of this setting's statements are. */
  at: string;
  setting: { id: string; name: string };
  /** Staff write down what they were told; otherwise the setting's own people say it. */
  told: boolean;
  /** Why nothing may be said of it here; null where it may. */
  barred: string | null;
  says: readonly ShownPart[];
  /** Who of the viewer's own said each, by its number. */
  speakers: ReadonlyMap<number, string>;
  /** How many statements there are: what "nothing has changed" is about. */
  version: number;
  /** Null where it keeps none, being state-funded. */
  prices: { standing: Prices | null } | null;
  errors: FieldErrors;
  formKey: string;
};

/** What a setting says of itself, to be changed part by part, or said to be as it was. */
export function OverviewPage(props: OverviewProps) {
  const { page, setting, told, errors, barred, says } = props;
  const title = told ? `What ${setting.name} told us` : 'What your setting says';
  const back = told
    ? { href: `/settings/${setting.id}`, text: setting.name }
    : { href: '/inbox', text: 'Inbox' };
  const mayChange = barred === null;
  return (
    <Layout title={title} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      {!told && <span class="govuk-caption-l">{setting.name}</span>}
      <h1 class="govuk-heading-l">{title}</h1>
      <Introduction {...props} />
      {mayChange && says.length > 0 && <Unchanged {...props} />}
      <SummaryList
        rows={[...PARTS.map((part) => partRow(part, props, mayChange)), pricesRow(props, mayChange)]}
      />
      {!told && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/settings/${setting.id}`}>
            See the page that families and authorities read
          </a>
        </p>
      )}
    </Layout>
  );
}

function Introduction({ told, barred }: OverviewProps) {
  if (barred !== null) return <Barred why={barred} />;
  return (
    <p class="govuk-body">
      {told
        ? 'Nobody signs in for this setting. Write down what it told you, with the day it did. Everybody sees that it told you.'
        : 'Families and authorities read this when they look for a setting. It says how things are, and holds no place for anybody.'}
    </p>
  );
}

function Unchanged({ at, version, formKey, told, says }: OverviewProps) {
  const oldest = says.map(({ saidOn }) => saidOn).sort()[0];
  if (told)
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={`${at}/unchanged`}>
          They told us that nothing has changed
        </a>
      </p>
    );
  return (
    <Form action={`${at}/unchanged`} idempotencyKey={formKey} version={version}>
      <p class="govuk-body">
        If everything below is still right today, say so: each part is then as of today
        {oldest !== undefined && `, and not of ${sayDate(oldest)}`}.
      </p>
      <Button preventDoubleClick>Nothing has changed</Button>
    </Form>
  );
}

function partRow(part: (typeof PARTS)[number], { at, says, speakers }: OverviewProps, mayChange: boolean) {
  const shown = says.find((one) => one.part === part);
  const by = shown === undefined ? undefined : speakers.get(shown.number);
  return {
    key: PART_NAMES[part],
    value: shown === undefined ? 'Not said yet' : <Said shown={shown} by={by} />,
    ...(mayChange ? { actions: change(`${at}/${part}`, PART_NAMES[part]) } : {}),
  };
}

function pricesRow({ at, prices, told }: OverviewProps, mayChange: boolean) {
  if (prices === null) return false;
  return {
    key: 'Prices',
    value: (
      <>
        <PriceLines prices={prices.standing} />
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          Seen by authorities and by {told ? 'the setting’s' : 'your'} own people, never by families. Nothing
          is sorted by price.
        </p>
      </>
    ),
    ...(mayChange ? { actions: change(`${at}/prices`, 'prices') } : {}),
  };
}

/** Why nothing may be said here. */
export function Barred({ why }: { why: string }) {
  return (
    <div id="barred">
      <InsetText>{why}.</InsetText>
    </div>
  );
}

/** A price schedule line by line, with the day it was given. */
export function PriceLines({ prices }: { prices: Prices | null }) {
  if (prices === null) return <p class="govuk-body govuk-!-margin-bottom-1">Not said yet</p>;
  return (
    <>
      <ul class="govuk-list govuk-!-margin-bottom-1">
        {prices.lines.map((price) => (
          <li>
            <span class="opensend-as-typed">{price.what}</span>: {sayPrice(price)}
          </li>
        ))}
      </ul>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        Said on {sayDate(prices.saidOn)}
        {prices.toldTo !== null && `, told to ${prices.toldTo}`}
      </p>
    </>
  );
}

function change(href: string, what: string) {
  return { items: [{ href, text: 'Change', visuallyHiddenText: what.toLowerCase() }] };
}
