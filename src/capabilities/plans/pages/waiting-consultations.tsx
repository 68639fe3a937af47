import {
  Button,
  Checkboxes,
  DateField,
  DeadlineTag,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Pagination,
  Radios,
  Select,
  SubNavigation,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { sayNumber } from '../../../shared/words.ts';
import { type NotAnswered, WAITS, WAITS_WORDS, type Waits, type Whose } from '../consulting/waiting.ts';

type Look = { waits: Waits; whose: Whose; page: number };

type Props = {
  page: PageContext;
  formKey: string;
  look: Look;
  listed: readonly NotAnswered[];
  count: number;
  pages: number;
  workers: readonly { accountId: string; name: string }[];
  today: PlainDate;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
};

/** The settings that have not answered, by what is to be done about them and whose case it is; and doing it for several. */
export function WaitingConsultationsPage(props: Props) {
  const { page, look, listed, count, pages, errors } = props;
  const words = WAITS_WORDS[look.waits];
  return (
    <Layout
      title={`Settings that have not answered: ${words.title}`}
      page={page}
      errors={errors}
      backLink={{ href: '/caseload', text: 'Caseload' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Settings that have not answered</h1>
      <SubNavigation
        label="Which"
        items={WAITS.map((waits) => ({
          href: addressOf({ ...look, waits }, { page: 1 }),
          text: WAITS_WORDS[waits].title,
          active: waits === look.waits,
        }))}
      />
      <WhoseCases {...props} />
      <h2 class="govuk-heading-m">
        {words.title}: {sayNumber(count)}
      </h2>
      <p class="govuk-body">{listed.length === 0 ? words.none : words.says}</p>
      {listed.length > 0 && <Together {...props} />}
      {pages > 1 && (
        <Pagination
          landmarkLabel="More settings"
          {...(look.page > 1 ? { previous: { href: addressOf(look, { page: look.page - 1 }) } } : {})}
          {...(look.page < pages ? { next: { href: addressOf(look, { page: look.page + 1 }) } } : {})}
        />
      )}
    </Layout>
  );
}

/** The address of a look at the list. */
export function addressOf({ waits, whose }: Omit<Look, 'page'>, { page }: { page: number }): string {
  const query = new URLSearchParams({ waits, whose, ...(page === 1 ? {} : { page: String(page) }) });
  return `/consultations-waiting?${query.toString()}`;
}

function WhoseCases({ look, workers }: Props) {
  const items = [
    { value: 'everybody', text: 'Everybody’s' },
    { value: 'mine', text: 'Mine, and those I cover' },
    { value: 'nobody', text: 'Nobody’s' },
    ...workers.map(({ accountId, name }) => ({ value: accountId, text: name })),
  ];
  return (
    <form method="get" action="/consultations-waiting">
      <input type="hidden" name="waits" value={look.waits} />
      <Select
        name="whose"
        label="Whose cases"
        items={items.map((one) => ({ ...one, selected: one.value === look.whose }))}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}

function Together({ formKey, look, listed, today, errors, typed }: Props) {
  const chosen = (typed['ids'] ?? '').split(',');
  const copies = look.waits === 'copy waits';
  return (
    <Form action="/consultations-waiting" idempotencyKey={formKey}>
      <input type="hidden" name="waits" value={look.waits} />
      <input type="hidden" name="whose" value={look.whose} />
      <Checkboxes
        name="ids"
        fieldset={{ legend: { text: 'Which settings?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['ids']}
        items={listed.map((one) => ({
          value: one.id,
          text: `${one.settingName}, for ${one.childName}`,
          hint: <About one={one} today={today} copies={copies} />,
          checked: chosen.includes(one.id),
        }))}
      />
      <Radios
        name="how"
        fieldset={{ legend: { text: 'What about them?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['how']}
        value={typed['how']}
        items={[
          ...(copies
            ? []
            : [
                { value: 'chase', text: 'Chase them', hint: 'Each is told that its answer is waited for' },
                {
                  value: 'extend',
                  text: 'Give them more time',
                  hint: 'The settings and the families see the new day. No limit of a plan moves with it',
                  conditional: (
                    <DateField
                      name="dueOn"
                      legend={{ text: 'Answer due by', classes: 'govuk-fieldset__legend--s' }}
                      errors={errors}
                      typed={typed}
                    />
                  ),
                },
              ]),
          {
            value: 'withdraw',
            text: 'Ask them no longer',
            hint: 'Each is told, and the draft is no longer before it',
          },
        ]}
      />
      <Textarea
        name="words"
        label={{ text: 'Why', classes: 'govuk-label--s' }}
        hint="You can leave it empty if you only chase. The settings and the families may read it, so name no child"
        errorMessage={errors['words']}
        value={typed['words']}
        rows={3}
      />
      <Button preventDoubleClick>Do this for each selected</Button>
    </Form>
  );
}

function About({ one, today, copies }: { one: NotAnswered; today: PlainDate; copies: boolean }) {
  const { sentOn, dueOn, chasedOn, caseworker, planId, id } = one;
  return (
    <>
      Asked {sayDate(sentOn)}, because {one.why}.{' '}
      {dueOn !== null && (
        <>
          Due {sayDate(dueOn)} <DeadlineTag due={dueOn} today={today} />{' '}
        </>
      )}
      {chasedOn === null ? 'Never chased.' : `Last chased ${sayDate(chasedOn)}.`} Caseworker:{' '}
      {caseworker ?? 'nobody'}.{' '}
      <a class="govuk-link" href={`/plans/${planId}/consultations/${id}`}>
        Open it<span class="govuk-visually-hidden">: {one.settingName}</span>
      </a>
      {copies && (
        <>
          {' or '}
          <a class="govuk-link" href={`/plans/${planId}/withheld/release`}>
            release its copy<span class="govuk-visually-hidden"> to {one.settingName}</span>
          </a>
        </>
      )}
    </>
  );
}
