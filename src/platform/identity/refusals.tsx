import { Button, Layout, type PageContext } from '../../design-system/index.ts';
import type { HomeAuthority } from '../services.ts';

/** The organisation a sign-in named, and what it became where it closed. */
export type About = { organisation: string; successor: string | null };
export const NOTHING: About = { organisation: '', successor: null };

type Says = { title: string; paragraphs: readonly string[] };

export type SignInRefusal = keyof typeof SAYS;

const OTHERS = [
  'If you are a parent, carer or young person, use the code in your letter or email to track your request, or contact the SEND team.',
  'If you are in the SEND team, ask your administrator.',
] as const;

const SAYS = {
  'start again': () => ({
    title: 'Sign in again',
    paragraphs: ['Your sign-in took too long, was already used, or was begun in another browser.'],
  }),
  'not known': () => ({
    title: 'You do not have an account yet',
    paragraphs: [
      'You signed in, but nobody has made an account here for your email address.',
      'If you work in a school or service, ask a colleague who is an administrator here to add you.',
      ...OTHERS,
    ],
  }),
  'no organisation': () => ({
    title: 'You do not have an account yet',
    paragraphs: [
      'You signed in, but nobody has made an account here for your email address, and your sign-in did not say where you work.',
      'If you work in a school or college, ask its approver to add you to it in DfE Sign-in. Then sign in again and choose it.',
      'If you work in another service, ask a colleague who is an administrator here to add you.',
      ...OTHERS,
    ],
  }),
  'unknown organisation': ({ organisation }) => ({
    title: 'Your organisation is not on the register here',
    paragraphs: [
      `Your sign-in says that you work at ${organisation}. Its number is not on the register of schools and colleges here.`,
      'If you work somewhere else too, sign in again and choose that.',
      'If it is new, contact the SEND team: they can bring the register up to date.',
    ],
  }),
  'closed organisation': ({ organisation, successor }) => ({
    title: `${organisation} has closed`,
    paragraphs: [
      `Your sign-in says that you work at ${organisation}, which is closed on the register of schools and colleges.`,
      successor === null
        ? 'If you work somewhere else now, ask its approver to add you to it in DfE Sign-in. Then sign in again and choose it.'
        : `It became ${successor}. Ask the approver there to add you to it in DfE Sign-in. Then sign in again and choose it.`,
      'If the register is wrong, contact the SEND team.',
    ],
  }),
  waiting: ({ organisation }) => ({
    title: 'Your colleagues have been asked to let you in',
    paragraphs: [
      `The people at ${organisation} who can add colleagues here have been told that you want to join. We will email you when they answer.`,
      'You can ask them yourself too: they let you in under ‘Colleagues’.',
      `What local authorities ask ${organisation} does not wait for you: your colleagues see it.`,
    ],
  }),
  'not let in': ({ organisation }) => ({
    title: 'You were not let in',
    paragraphs: [
      `Somebody at ${organisation} who can add and remove colleagues did not let you in. Speak to them: they can add you at any time.`,
    ],
  }),
  'address taken': ({ organisation }) => ({
    title: 'Your email address belongs to another sign-in',
    paragraphs: [
      `You could not join ${organisation}: an account here with your email address is already used with another sign-in.`,
      'If you used to sign in another way, do so again. If not, contact the SEND team.',
    ],
  }),
  disabled: () => ({
    title: 'Your account is closed',
    paragraphs: ['You can no longer sign in with it. If that is wrong, contact the SEND team.'],
  }),
  'no access': () => ({
    title: 'There is nothing here for you to open',
    paragraphs: [
      'Your account no longer belongs to a team or an organisation. Ask an administrator there to add you again.',
    ],
  }),
  'second factor missing': () => ({
    title: 'Sign in with a second step',
    paragraphs: [
      'The SEND team signs in with a password and a second step, such as an app or a security key.',
      'Set up the second step with your IT team, then sign in again.',
    ],
  }),
  'issuer unreachable': () => ({
    title: 'You cannot sign in at the moment',
    paragraphs: ['The sign-in service is not answering. Try again in a few minutes.'],
  }),
} as const satisfies Readonly<Record<string, (about: About) => Says>>;

/** Why somebody was not signed in, and what to do about it. */
export function SignInRefusedPage(props: {
  page: PageContext;
  refusal: SignInRefusal;
  about: About;
  authority: HomeAuthority;
}) {
  const { title, paragraphs } = SAYS[props.refusal](props.about);
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
