import { Button, Layout, type PageContext, Radios, Select } from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import { NEED_ITEMS } from '../../children/index.ts';
import { STEP_WORDS, VIEW_WORDS, VIEWS } from '../case.ts';
import { type Filters, FLAGS, OPEN_STEPS } from '../filters.ts';
import { listAddress } from '../list-address.ts';
import { WAITED_ON, WAITED_ON_WORDS } from '../waits.ts';

type Props = {
  page: PageContext;
  filters: Filters;
  workers: readonly { accountId: string; name: string }[];
  teams: readonly { id: string; name: string }[];
  settings: readonly { id: string; name: string }[];
};

/** Narrows the list: what is chosen stays until it is changed, wherever the person signs in. */
export function FiltersPage({ page, filters, workers, teams, settings }: Props) {
  const heading = (text: string) => ({ text, classes: 'govuk-label--m' });
  return (
    <Layout title="Filters" page={page} backLink={{ href: listAddress(filters, {}), text: 'Cases' }}>
      <h1 class="govuk-heading-l">Filters</h1>
      <p class="govuk-body">What you choose stays until you change it, wherever you sign in.</p>
      <form method="post" action="/cases/filters" novalidate>
        <Radios
          name="view"
          fieldset={{ legend: { text: 'Due', classes: 'govuk-fieldset__legend--m' } }}
          classes="govuk-radios--small"
          value={filters.view}
          items={VIEWS.map((view) => ({ value: view, text: VIEW_WORDS[view] }))}
        />
        <Select
          name="whose"
          label={heading('Whose cases')}
          value={filters.whose}
          items={[
            { value: 'everybody', text: 'Everybody’s' },
            { value: 'mine', text: 'Mine, and those I cover' },
            { value: 'nobody', text: 'Nobody’s' },
            ...teams.map(({ id, name }) => ({ value: `team-${id}`, text: `The team ${name}` })),
            ...workers.map(({ accountId, name }) => ({ value: accountId, text: name })),
          ]}
        />
        <Select
          name="step"
          label={heading('What is to be done next')}
          value={filters.step === null ? '' : STEP_WORDS[filters.step].api}
          items={[
            { value: '', text: 'Anything' },
            ...OPEN_STEPS.map((step) => ({ value: STEP_WORDS[step].api, text: STEP_WORDS[step].staff })),
          ]}
        />
        <Select
          name="waiting"
          label={heading('Waiting on')}
          value={filters.waitingOn ?? ''}
          items={[
            { value: '', text: 'Anybody or nobody' },
            ...WAITED_ON.map((one) => ({ value: one, text: capital(WAITED_ON_WORDS[one]) })),
          ]}
        />
        <Select
          name="need"
          label={heading('Primary need')}
          value={filters.need ?? ''}
          items={[{ value: '', text: 'Any' }, ...NEED_ITEMS]}
        />
        <Select
          name="flag"
          label={heading('Care and protection')}
          value={filters.flag ?? ''}
          items={[
            { value: '', text: 'Any child' },
            ...FLAGS.map((flag) => ({ value: flag, text: capital(flag) })),
          ]}
        />
        <Select
          name="setting"
          label={heading('Nursery, school or college')}
          value={filters.settingId ?? ''}
          items={[{ value: '', text: 'Any' }, ...settings.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <div class="govuk-button-group">
          <Button>Show these cases</Button>
          <a class="govuk-link" href="/cases/views">
            Saved views
          </a>
        </div>
      </form>
    </Layout>
  );
}
