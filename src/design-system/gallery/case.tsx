import { plainDate } from '../../shared/plain-date.ts';
import {
  Button,
  DeadlineTag,
  DefinitionClock,
  Filter,
  IdentityBar,
  Input,
  Layout,
  Messages,
  Pagination,
  StackedTable,
  SubNavigation,
  Table,
  Tag,
  Timeline,
} from '../index.ts';
import { aPage } from './page.ts';

const TODAY = plainDate('2026-03-02');
const STAFF = {
  audience: 'staff',
  signedIn: { name: 'Sam Okafor', description: 'SEND team' },
  navigation: [
    { href: '/requests', text: 'Requests' },
    { href: '/assessments', text: 'Assessments' },
    { href: '/plans', text: 'Plans' },
    { href: '/settings', text: 'Settings' },
  ],
} as const;

const CASES = [
  { name: 'Robin Ellery', stage: 'Advice asked for', due: '2026-02-26', officer: 'Sam Okafor' },
  { name: 'Noor Al-Hashimi', stage: 'Awaiting decision', due: '2026-03-02', officer: 'Sam Okafor' },
  { name: 'Wren Castellanos-Fotheringham', stage: 'Draft served', due: '2026-03-06', officer: 'Jo Byrne' },
  { name: 'Idris Vale', stage: 'Awaiting decision', due: '2026-04-09', officer: 'Unassigned' },
];

/** A caseworker's list. */
export function caseList() {
  return (
    <Layout title="Requests" page={aPage({ ...STAFF, path: '/requests' })}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-quarter">
          <form method="get" action="/requests" aria-label="Filter requests">
            <Filter
              heading="Filter"
              selectedFilters={{
                clearLink: { href: '/requests' },
                categories: [{ heading: 'Stage', items: [{ href: '/requests', text: 'Awaiting decision' }] }],
              }}
            >
              <Input name="search" label="Child’s name or reference" type="search" />
            </Filter>
          </form>
        </div>
        <div class="govuk-grid-column-three-quarters">
          <h1 class="govuk-heading-l">Requests</h1>
          <StackedTable
            caption="4 requests, soonest first"
            captionClasses="govuk-table__caption--s"
            firstCellIsHeader
            head={['Child', 'Stage', 'Due', 'Officer']}
            rows={CASES.map(({ name, stage, due, officer }) => [
              <a class="govuk-link" href="#case">
                {name}
              </a>,
              stage,
              <DeadlineTag due={plainDate(due)} today={TODAY} />,
              officer,
            ])}
          />
          <Pagination
            previous={{ href: '?page=1' }}
            next={{ href: '?page=3' }}
            items={[
              { number: 1, href: '?page=1' },
              { number: 2, href: '?page=2', current: true },
              { number: 3, href: '?page=3' },
              { ellipsis: true },
              { number: 40, href: '?page=40' },
            ]}
          />
        </div>
      </div>
    </Layout>
  );
}

/** One child's file. */
export function caseFile() {
  return (
    <Layout
      title="Robin Ellery"
      page={aPage({ ...STAFF, path: '/requests/ash-7q2k' })}
      backLink={{ href: '/requests', text: 'All requests' }}
      beforeContent={
        <IdentityBar actions={<Button classes="govuk-button--secondary">Add a note</Button>}>
          Robin Ellery, born 4 May 2017
        </IdentityBar>
      }
    >
      <SubNavigation
        label="This child’s file"
        items={[
          { href: '#summary', text: 'Summary', active: true },
          { href: '#advice', text: 'Advice' },
          { href: '#plan', text: 'Plan' },
          { href: '#messages', text: 'Messages' },
        ]}
      />
      <h1 class="govuk-heading-l">
        Request for an assessment <Tag colour="purple">Advice asked for</Tag>
      </h1>
      <h2 class="govuk-heading-m">Clocks</h2>
      <div class="opensend-clocks">
        <DefinitionClock
          name="Decide whether to assess"
          due={plainDate('2026-02-10')}
          doneOn={plainDate('2026-02-03')}
          today={TODAY}
          why={['Request received on 30 December 2025', '6 weeks: 10 February 2026']}
          provision={{
            text: 'SEND Regulations 2014, reg. 5(1)',
            url: 'https://www.legislation.gov.uk/uksi/2014/1530/regulation/5',
          }}
        />
        <DefinitionClock
          name="Receive the advice"
          due={plainDate('2026-02-26')}
          today={TODAY}
          why={['Advice asked for on 15 January 2026', '6 weeks: 26 February 2026']}
          provision={{ text: 'SEND Regulations 2014, reg. 8(1)' }}
        />
        <DefinitionClock
          name="Issue the final plan"
          due={plainDate('2026-05-19')}
          today={TODAY}
          why={['Request received on 30 December 2025', '20 weeks: 19 May 2026']}
          provision={{ text: 'SEND Regulations 2014, reg. 13(2)' }}
        />
      </div>
      <h2 class="govuk-heading-m">What has happened</h2>
      <Timeline
        headingLevel={3}
        items={[
          {
            label: 'Advice signed',
            byline: 'Dr Alex Marsh, educational psychologist',
            datetime: new Date('2026-02-24T16:05:00Z'),
            text: (
              <a class="govuk-link" href="#advice">
                Read the advice
              </a>
            ),
          },
          {
            label: 'Decided to assess',
            byline: 'Sam Okafor',
            datetime: plainDate('2026-02-03'),
            text: 'The family was told the same day.',
          },
        ]}
      />
      <h2 class="govuk-heading-m">Messages</h2>
      <Messages
        label="Messages with the family"
        items={[
          {
            id: '1',
            text: 'When will we see the draft?',
            type: 'received',
            sender: 'Morgan Ellery',
            timestamp: new Date('2026-02-24T09:12:00Z'),
          },
          {
            id: '2',
            text: 'By 14 April. We will write to you.',
            type: 'sent',
            sender: 'Sam Okafor',
            timestamp: new Date('2026-02-25T11:40:00Z'),
          },
        ]}
      />
      <Table
        caption="Advice"
        head={['From', { text: 'Days', format: 'numeric' }]}
        rows={[
          ['Educational psychologist', { text: 40, format: 'numeric' }],
          ['Health', { text: 38, format: 'numeric' }],
        ]}
      />
    </Layout>
  );
}
