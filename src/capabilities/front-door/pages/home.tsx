import { Button, inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import type { HomeAuthority } from '../../../platform/services.ts';
import { homeInEasyRead } from './easy-read/home.ts';

export type HomeProps = { page: PageContext; authority: HomeAuthority };
type Door = { href: string; title: string; text: string };

const DOORS: readonly Door[] = [
  {
    href: '/should-i-ask',
    title: 'Should I ask?',
    text: 'What help there is, and what we look at when somebody asks.',
  },
  { href: '/track', title: 'Track a request', text: 'See where it is, who has it and what happens next.' },
  {
    href: '/settings',
    title: 'Find a nursery, school or college',
    text: 'Every setting in England, and what it offers.',
  },
  {
    href: '/rules',
    title: 'The rules we follow',
    text: 'Every time limit the law gives us, and where it says so.',
  },
];

/** The front door: the two things people come for, and where else to turn. */
export const HomePage = inEasyRead(Home, homeInEasyRead);

function Home({ page, authority }: HomeProps) {
  return (
    <Layout title="Help for children and young people with special educational needs" page={page}>
      <h1 class="govuk-heading-xl">Help for children and young people with special educational needs</h1>
      <p class="govuk-body-l">
        If a child or young person aged 0 to 25 finds it harder to learn than others, you can ask us to find
        out what help they need.
      </p>
      <Button href="/requests/new" isStartButton>
        Ask for an assessment
      </Button>
      {page.signedIn === null && (
        <p class="govuk-body">
          <a class="govuk-link" href="/sign-in">
            Sign in
          </a>{' '}
          if you have an account, work in a school or service, or are in the SEND team.
        </p>
      )}
      <div class="govuk-grid-row">
        {DOORS.map((door) => (
          <div class="govuk-grid-column-one-half" key={door.href}>
            <h2 class="govuk-heading-m">
              <a class="govuk-link" href={door.href}>
                {door.title}
              </a>
            </h2>
            <p class="govuk-body">{door.text}</p>
          </div>
        ))}
      </div>
      <h2 class="govuk-heading-m">Free, impartial advice</h2>
      <p class="govuk-body">
        You can talk to somebody independent of us at any time, before you ask and after we decide.
        {authority.sendiass !== null && ` ${authority.sendiass}`}
      </p>
      <h2 class="govuk-heading-m">Contact us</h2>
      <ul class="govuk-list">
        {waysToReach(authority).map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </Layout>
  );
}

export function reach(authority: HomeAuthority): string {
  return `${waysToReach(authority).join('. ')}.`;
}

function waysToReach(authority: HomeAuthority): string[] {
  const ways = [
    authority.phone === null ? null : `Telephone: ${authority.phone}`,
    authority.email === null ? null : `Email: ${authority.email}`,
    authority.address === null ? null : `Write to: ${authority.address}`,
  ].filter((way) => way !== null);
  return ways.length === 0 ? [`Contact the SEND team at ${authority.name}`] : ways;
}
