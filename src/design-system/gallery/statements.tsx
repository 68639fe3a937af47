import {
  Accordion,
  Button,
  CookieBanner,
  Details,
  Footer,
  Header,
  InsetText,
  Layout,
  NotificationBanner,
  Panel,
  SummaryList,
  Tabs,
  Tag,
  type TagColour,
  TaskList,
  WarningText,
} from '../index.ts';
import { aPage } from './page.ts';

const COLOURS: readonly TagColour[] = [
  'grey',
  'green',
  'teal',
  'blue',
  'purple',
  'magenta',
  'red',
  'orange',
  'yellow',
];

const FAMILY = {
  audience: 'family',
  signedIn: { name: 'Morgan Ellery', description: 'Family' },
  navigation: [
    { href: '/my/child', text: 'Where things are now' },
    { href: '/my/messages', text: 'Messages' },
    { href: '/my/documents', text: 'Documents' },
  ],
  path: '/my/child',
} as const;

/** Where it all stands, as a family sees it. */
export function tracker() {
  return (
    <Layout title="Where things are now" page={aPage(FAMILY)}>
      <NotificationBanner>The council has asked three people for advice</NotificationBanner>
      <h1 class="govuk-heading-xl">Where things are now</h1>
      <p class="govuk-body-l">The council is gathering advice about Robin.</p>
      <InsetText>The educational psychologist has it. They were asked on 3 February 2026.</InsetText>
      <SummaryList
        rows={[
          { key: 'What happens next', value: 'The council decides whether to issue a plan' },
          {
            key: 'By',
            value: '26 May 2026',
            actions: { items: [{ href: '#why', text: 'See why', visuallyHiddenText: 'that date' }] },
          },
          { key: 'Who to ask', value: 'Sam Okafor, SEND officer' },
        ]}
      />
      <h2 class="govuk-heading-m">What you can do</h2>
      <TaskList
        items={[
          { title: 'Tell us what you would like to happen', href: '#views', status: { text: 'Completed' } },
          {
            title: 'Add a report',
            href: '#report',
            hint: 'If you have one',
            status: { tag: { text: 'Optional', colour: 'grey' } },
          },
          {
            title: 'Comment on the draft plan',
            status: { text: 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' },
          },
        ]}
      />
      <Details summary="What if I do not agree?">
        You can ask for mediation, or appeal to the tribunal.
      </Details>
      <Accordion
        id="questions"
        items={[
          { heading: 'What is an assessment?', content: 'A look at what the child needs at school.' },
          {
            heading: 'How long does it take?',
            content: <p class="govuk-body">Twenty weeks from the request, in most cases.</p>,
          },
        ]}
      />
    </Layout>
  );
}

/** What is said when something is done, and the pieces no page above shows. */
export function confirmation() {
  return (
    <Layout
      title="Request sent"
      page={aPage({ demo: false })}
      breadcrumbs={[
        { text: 'Home', href: '/' },
        { text: 'Ask for an assessment', href: '/ask' },
        { text: 'Sent' },
      ]}
    >
      <Panel title="Request sent">
        Your reference number
        <br />
        <strong>ASH-7Q2K-91</strong>
      </Panel>
      <NotificationBanner type="success" disableAutoFocus titleId="saved">
        <p class="govuk-notification-banner__heading">The draft was saved</p>
      </NotificationBanner>
      <WarningText>You have until 14 April 2026 to appeal.</WarningText>
      <SummaryList
        card={{
          title: 'Lead contact',
          actions: {
            items: [
              { href: '#change', text: 'Change' },
              { href: '#remove', text: 'Remove' },
            ],
          },
        }}
        rows={[
          { key: 'Name', value: 'Morgan Ellery' },
          { key: 'Email', value: 'morgan.ellery.with.a.very.long.address.indeed@family.example' },
        ]}
      />
      <p class="govuk-body">
        {COLOURS.map((colour) => (
          <>
            <Tag colour={colour}>{colour}</Tag>{' '}
          </>
        ))}
        <Tag>no colour</Tag>
      </p>
      <Tabs
        title="The plan"
        items={[
          { label: 'Needs', id: 'needs', panel: 'Section B' },
          { label: 'Provision', id: 'provision', panel: <p class="govuk-body">Section F</p> },
        ]}
      />
      <Button href="/ask" isStartButton>
        Start now
      </Button>
      <CookieBanner
        ariaLabel="Cookies on this service"
        messages={[
          {
            heading: 'Cookies on this service',
            content: 'We use one cookie, to keep you signed in.',
            actions: [{ text: 'Hide this message' }, { text: 'View cookies', href: '/cookies' }],
          },
        ]}
      />
      <Header homepageUrl="/">Another header</Header>
      <Footer
        contentLicence="All content is available under an open licence"
        copyright={{ text: '© Ashmere', href: '/about' }}
      />
    </Layout>
  );
}
