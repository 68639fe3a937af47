import { inEasyRead, Layout } from '../../../design-system/index.ts';
import type { AboutProps } from './about.ts';
import { accessibilityInEasyRead } from './easy-read/about.ts';
import { reach } from './home.tsx';

export const AccessibilityPage = inEasyRead(Accessibility, accessibilityInEasyRead);

function Accessibility({ page, authority }: AboutProps) {
  return (
    <Layout title="Accessibility statement" page={page}>
      <h1 class="govuk-heading-l">Accessibility statement</h1>
      <p class="govuk-body">
        We want as many people as possible to be able to use this service. Every page works without
        JavaScript, with a keyboard, with a screen reader, at four times the size, and on a phone. Plans and
        letters are tagged PDFs as well as web pages.
      </p>
      <h2 class="govuk-heading-m">How accessible it is</h2>
      <p class="govuk-body">
        The service is built to the Web Content Accessibility Guidelines version 2.2, level AA. Each change is
        tested automatically against them. Those tests do not find everything, and the service has not yet
        been audited by people who use assistive technology every day.
      </p>
      <h2 class="govuk-heading-m">If you need something in another way</h2>
      <p class="govuk-body">
        Ask us for large print, Easy Read, audio, British Sign Language or another language.{' '}
        {reach(authority)}
      </p>
      <h2 class="govuk-heading-m">If we do not put it right</h2>
      <p class="govuk-body">
        The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
        Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with our answer, contact
        the Equality Advisory and Support Service.
      </p>
    </Layout>
  );
}
