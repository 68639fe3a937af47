import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { kept } from '../shared/kept.ts';
import { ASSET_URLS } from './assets.ts';
import { EasyReadLink } from './easy-read/link.tsx';
import { type FieldErrors, hasErrors } from './errors.ts';
import { BackLink } from './govuk/back-link.tsx';
import { type Breadcrumb, Breadcrumbs } from './govuk/breadcrumbs.tsx';
import { EXIT_ADDRESS, ExitThisPage } from './govuk/exit-this-page.tsx';
import { Footer } from './govuk/footer.tsx';
import { GenericHeader } from './govuk/header.tsx';
import { InsetText } from './govuk/inset-text.tsx';
import { PhaseBanner } from './govuk/phase-banner.tsx';
import { ServiceNavigation } from './govuk/service-navigation.tsx';
import { SkipLink } from './govuk/skip-link.tsx';
import type { NavigationItem, PageContext } from './page-context.ts';

export type LayoutProps = {
  /** What this page is, as its `h1` says it. */
  title: string;
  page: PageContext;
  /** What is wrong with this page's form: the title says that something is. */
  errors?: FieldErrors | undefined;
  backLink?: { href: string; text?: string | undefined } | string | undefined;
  breadcrumbs?: readonly Breadcrumb[] | undefined;
  /** Instead of the context's own. */
  navigation?: readonly NavigationItem[] | undefined;
  /** Between the navigation and the page itself: the identity bar of a child's file. */
  beforeContent?: ComponentChildren;
  children?: ComponentChildren;
};

/** A whole page. Its own content starts with an `h1`. */
export function Layout(props: LayoutProps) {
  const { page, backLink } = props;
  const isFamily = page.audience === 'family';
  const back = typeof backLink === 'string' ? { href: backLink, text: undefined } : backLink;
  return (
    <html lang="en" class="govuk-template">
      <Head title={props.title} page={page} failed={hasErrors(props.errors)} />
      <body class={`govuk-template__body opensend opensend--${page.audience}`}>
        <script src={ASSET_URLS.enable} />
        {isFamily && (
          <SkipLink
            href={EXIT_ADDRESS}
            classes="govuk-js-exit-this-page-skiplink"
            attributes={{ rel: 'nofollow noreferrer' }}
          >
            Exit this page
          </SkipLink>
        )}
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <TopOfPage page={page} navigation={props.navigation ?? page.navigation} />
        <div class="govuk-width-container">
          {isFamily && <ExitThisPage />}
          {props.breadcrumbs && <Breadcrumbs items={props.breadcrumbs} collapseOnMobile />}
          {back && <BackLink href={back.href}>{back.text}</BackLink>}
          {props.beforeContent}
          {page.easyRead !== undefined && <EasyReadLink easyRead={page.easyRead} />}
          <main class="govuk-main-wrapper" id="main-content">
            {page.onlyReads === true && (
              <InsetText>
                The family invited you. You can read this, and write messages. Only the family can send
                anything else.
              </InsetText>
            )}
            {props.children}
          </main>
        </div>
        <footer
          class="govuk-template__footer"
          dangerouslySetInnerHTML={{ __html: footOf(page.authorityName) }}
        />
      </body>
    </html>
  );
}

const ABOUT = [
  { href: '/rules', text: 'The rules we follow' },
  { href: '/privacy', text: 'Privacy notice' },
  { href: '/cookies', text: 'Cookies' },
  { href: '/accessibility', text: 'Accessibility statement' },
];

function Head({ title, page, failed }: { title: string; page: PageContext; failed: boolean }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${failed ? 'Error: ' : ''}${title} – ${page.serviceName} – ${page.authorityName}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="robots" content={page.audience === 'public' ? 'index' : 'noindex'} />
      <link rel="icon" href={ASSET_URLS.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={ASSET_URLS.styles} />
      <link rel="stylesheet" href={ASSET_URLS.theme} />
      <script type="module" src={ASSET_URLS.start} />
    </head>
  );
}

function TopOfPage({ page, navigation }: { page: PageContext; navigation: readonly NavigationItem[] }) {
  const { demo, authorityName, serviceName, signedIn, feedbackEmail, path } = page;
  const items = navigation.map(({ href, text, current }) => ({
    href,
    text,
    current: href === path,
    active: current || isWithin(path, href),
  }));
  const __html = topOf({ demo, authorityName, serviceName, signedIn, feedbackEmail, items });
  return <header class="govuk-template__header" dangerouslySetInnerHTML={{ __html }} />;
}

type Top = Pick<PageContext, 'demo' | 'authorityName' | 'serviceName' | 'signedIn' | 'feedbackEmail'> & {
  items: readonly (NavigationItem & { active: boolean })[];
};

/** As many as a few hundred people have open, a kilobyte or two each. */
const MOST_TOPS = 500;

const topOf = kept(MOST_TOPS, (top: Top) => renderToString(<WithinTop {...top} />), JSON.stringify);

const footOf = kept(MOST_TOPS, (authorityName: string) =>
  renderToString(
    <Footer meta={{ visuallyHiddenTitle: 'About this service', items: ABOUT, text: authorityName }} />,
  ),
);

function WithinTop({ demo, authorityName, serviceName, signedIn, feedbackEmail, items }: Top) {
  return (
    <>
      {demo && (
        <div class="opensend-demo">
          <p class="opensend-demo__text govuk-width-container">
            <strong>Demonstration.</strong> Every person and place here is invented. Do not enter real
            details.
          </p>
        </div>
      )}
      <GenericHeader classes="opensend-header" end={signedIn && <SignedIn person={signedIn} />}>
        {authorityName}
      </GenericHeader>
      <ServiceNavigation serviceName={serviceName} serviceUrl="/" navigation={items} />
      <PhaseBanner tag="Beta">
        This is a new service.{' '}
        {feedbackEmail === null ? (
          'Tell the SEND team'
        ) : (
          <a class="govuk-link" href={`mailto:${feedbackEmail}`}>
            Tell the SEND team
          </a>
        )}{' '}
        what would make it better.
      </PhaseBanner>
    </>
  );
}

function isWithin(path: string, href: string): boolean {
  return href !== '/' && path.startsWith(`${href}/`);
}

function SignedIn({ person }: { person: NonNullable<PageContext['signedIn']> }) {
  return (
    <div class="opensend-signed-in">
      <span class="opensend-signed-in__name">
        {person.name} ({person.description})
      </span>
      <form class="opensend-signed-in__form" method="post" action="/sign-out">
        <button type="submit" class="opensend-signed-in__button">
          Sign out
        </button>
      </form>
    </div>
  );
}
