import {
  AsTyped,
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  Form,
  Input,
  Layout,
  type PageContext,
  Pagination,
  Radios,
  StackedTable,
  Textarea,
  WarningText,
} from '../../../../design-system/index.ts';
import { englishDay, type PlainDate, sayDate } from '../../../../shared/plain-date.ts';
import { KIND_WORDS, KINDS } from '../adding.ts';

type Fields = { formKey: string; typed: Readonly<Record<string, string>>; errors: FieldErrors };

type AddedProps = {
  page: PageContext;
  added: readonly {
    id: string;
    name: string;
    type: string | null;
    postcode: string | null;
    addedAt: Date | null;
    addedBy: string | null;
    closedOn: PlainDate | null;
    closedWords: string | null;
  }[];
  count: number;
  number: number;
  pages: number;
};

const TITLE = 'Settings without a URN that we added';

/** The settings an authority put on the register itself, and adding another. */
export function AddedPage({ page, added, count, number, pages }: AddedProps) {
  const href = (to: number) => (to === 1 ? '/settings/added' : `/settings/added?page=${to}`);
  return (
    <Layout title={TITLE} page={page} backLink={{ href: '/settings', text: 'Settings' }}>
      <h1 class="govuk-heading-l">{TITLE}</h1>
      <p class="govuk-body">
        Childminders, nurseries, specialist post-16 institutions and others that no national file has. Once
        added they are found, consulted and named like any other.
      </p>
      <Button href="/settings/added/new">Add a setting</Button>
      {count === 0 ? (
        <p class="govuk-body">You have added none yet.</p>
      ) : (
        <StackedTable
          caption="Newest first"
          captionClasses="govuk-visually-hidden"
          head={['Name', 'Kind', 'Postcode', 'Added', 'Now']}
          rows={added.map((one) => [
            <a class="govuk-link" href={`/settings/${one.id}`}>
              {one.name}
            </a>,
            one.type ?? '',
            one.postcode ?? '',
            `${one.addedAt === null ? '' : `${sayDate(englishDay(one.addedAt))}, `}by ${one.addedBy ?? 'a file'}`,
            one.closedOn === null ? (
              <a class="govuk-link" href={`/settings/added/${one.id}/closing`}>
                Say it is there no longer<span class="govuk-visually-hidden">: {one.name}</span>
              </a>
            ) : (
              <>
                Closed {sayDate(one.closedOn)}. <AsTyped>{one.closedWords ?? ''}</AsTyped>
              </>
            ),
          ])}
        />
      )}
      {pages > 1 && (
        <Pagination
          landmarkLabel="More settings"
          {...(number > 1 ? { previous: { href: href(number - 1) } } : {})}
          {...(number < pages ? { next: { href: href(number + 1) } } : {})}
        />
      )}
    </Layout>
  );
}

/** Putting a setting that no national file has on the register. */
export function AddingPage({ page, formKey, typed, errors }: Fields & { page: PageContext }) {
  const box = (name: string, label: string, more: { hint?: string; classes?: string } = {}) => (
    <Input name={name} label={label} {...more} errorMessage={errors[name]} value={typed[name]} />
  );
  return (
    <Layout
      title="Add a setting without a URN"
      page={page}
      errors={errors}
      backLink={{ href: '/settings/added', text: TITLE }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Add a setting without a URN</h1>
      <p class="govuk-body">
        A school with a URN comes from the national register by itself.{' '}
        <a class="govuk-link" href="/settings">
          Look for it
        </a>{' '}
        before you add one. Anyone can read what you add.
      </p>
      <Form action="/settings/added/new" idempotencyKey={formKey}>
        <Radios
          name="kind"
          fieldset={{ legend: { text: 'What kind of setting is it?', classes: 'govuk-fieldset__legend--m' } }}
          hint="A childminder works at home: only the first half of the postcode is kept, and no telephone or website"
          errorMessage={errors['kind']}
          value={typed['kind']}
          items={KINDS.map((value) => ({ value, text: KIND_WORDS[value] }))}
        />
        {box('name', 'Name')}
        {box('postcode', 'Postcode', { classes: 'govuk-input--width-10' })}
        {box('ofstedNumber', 'Ofsted number (optional)', {
          hint: 'Like EY123456. With it nobody adds the same setting a second time',
          classes: 'govuk-input--width-10',
        })}
        {box('ukprn', 'UKPRN (optional)', { hint: '8 digits', classes: 'govuk-input--width-10' })}
        <Fieldset legend={{ text: 'Ages it takes (optional)', classes: 'govuk-fieldset__legend--s' }}>
          {box('ageFrom', 'Lowest age', { classes: 'govuk-input--width-2' })}
          {box('ageTo', 'Highest age', { classes: 'govuk-input--width-2' })}
        </Fieldset>
        {box('phone', 'Telephone (optional)', { classes: 'govuk-input--width-20' })}
        {box('website', 'Website (optional)')}
        <Button preventDoubleClick>Add this setting</Button>
      </Form>
    </Layout>
  );
}

type ClosingProps = Fields & {
  page: PageContext;
  setting: { id: string; name: string; status: string | null };
};

/** Saying that a setting the authority added is there no longer. */
export function ClosingPage({ page, setting, formKey, typed, errors }: ClosingProps) {
  const title = `${setting.name} is there no longer`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: '/settings/added', text: TITLE }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {setting.status === 'Closed' ? (
        <p class="govuk-body">It is closed on the register already.</p>
      ) : (
        <Form action={`/settings/added/${setting.id}/closing`} idempotencyKey={formKey}>
          <WarningText>
            It is not found or consulted any more. Plans, consultations and placements that point to it stay
            as they are: look at those children first.
          </WarningText>
          <DateField
            name="closedOn"
            legend={{ text: 'The day it closed', classes: 'govuk-fieldset__legend--s' }}
            hint="Or the day you found that it was not there"
            errors={errors}
            typed={typed}
          />
          <Textarea
            name="words"
            label={{ text: 'How you know', classes: 'govuk-label--s' }}
            errorMessage={errors['words']}
            value={typed['words']}
            rows={3}
          />
          <Button preventDoubleClick classes="govuk-button--warning">
            Close it on the register
          </Button>
        </Form>
      )}
    </Layout>
  );
}
