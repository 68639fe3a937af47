import { Button, Layout, type PageContext } from '../../design-system/index.ts';
import type { HomeAuthority } from '../services.ts';

export type SignInRefusal = keyof typeof SAYS;

const SAYS = {
  'start again': {
    title: 'Sign in again',
    paragraphs: ['Your sign-in took too long, was already used, or was begun in another browser.'],
  },
  'not known': {
    title: 'You do not have an account yet',
    paragraphs: [
      'You signed in, but nobody has made an account here for your email address.',
      'If you work in a school or service, ask a colleague who is an administrator here to add you.',
      'If you are a parent, carer or young person, use the code in your letter or email to track your request, or contact the SEND team.',
      'If you are in the SEND team, ask your administrator.',
    ],
  },
  disabled: {
    title: 'Your account is closed',
    paragraphs: ['You can no longer sign in with it. If that is wrong, contact the SEND team.'],
  },
  'no access': {
    title: 'There is nothing here for you to open',
    paragraphs: [
      'Your account no longer belongs to a team or an organisation. Ask an administrator there to add you again.',
    ],
  },
  'second factor missing': {
    title: 'Sign in with a second step',
    paragraphs: [
      'The SEND team signs in with a password and a second step, such as an app or a security key.',
      'Set up the second step with your IT team, then sign in again.',
    ],
  },
  'issuer unreachable': {
    title: 'You cannot sign in at the moment',
    paragraphs: ['The sign-in service is not answering. Try again in a few minutes.'],
  },
} as const;

/** Why somebody was not signed in, and what to do about it. */
export function SignInRefusedPage(props: {
  page: PageContext;
  refusal: SignInRefusal;
  authority: HomeAuthority;
}) {
  const { title, paragraphs } = SAYS[props.refusal];
  return (
    <Layout title={title} page={props.page}>
      <h1 class="govuk-heading-l">{title}</h1>
      {paragraphs.map((text) => (
        <p class="govuk-body" key={text}>
          {text}
        </p>
      ))}
      {/* Whom the issuer remembers was just refused: it has to ask again, or the next try is the same. */}
      <Button href="/sign-in?again=yes">Sign in again</Button>
      <p class="govuk-body">{contact(props.authority)}</p>
    </Layout>
  );
}

function contact({ name, phone, email }: HomeAuthority): string {
  const ways = [phone === null ? '' : `telephone ${phone}`, email === null ? '' : `email ${email}`];
  const given = ways.filter((way) => way !== '').join(' or ');
  return `To contact the SEND team at ${name}${given === '' ? '' : `, ${given}`}.`;
}
