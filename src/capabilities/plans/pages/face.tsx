import { type Content, inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import { Blocks, type FaceName, faceOf, type PlanView, stampOf, type Turn } from '../rendering/index.ts';
import { inLanguage } from '../translating/both.tsx';
import type { Language } from '../translating/languages.ts';
import { faceInEasyRead } from './easy-read/face.ts';

export type FaceProps = {
  page: PageContext;
  name: FaceName;
  view: PlanView;
  turn: Turn;
  /** Where this face is; its PDF is at the same address with `.pdf`. */
  at: string;
  back: { href: string; text: string };
};

/** One face of a plan to read or print: the same words as its PDF, and the version on every page it prints on. */
export const FacePage = inEasyRead(FaceToRead, faceInEasyRead);

function FaceToRead({ page, name, view, turn, at, back }: FaceProps) {
  const { title, blocks } = faceOf(name, view, turn);
  return (
    <Layout title={title} page={page} backLink={back}>
      <div class="opensend-stamped">
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body opensend-stamp">
          {[view.reference, stampOf(view)].filter((words) => words !== '').join(', ')}
          {view.version.kind === 'draft' && '. This is not a final plan.'}
        </p>
        <p class="govuk-body opensend-not-printed">
          <a class="govuk-link" href={`${at}.pdf`}>
            Download this page (PDF)
          </a>
        </p>
        <Blocks blocks={blocks} />
      </div>
    </Layout>
  );
}

/** From the plan to its other faces, and to the child's own beside it; and what a page has before and after them. */
export function FaceLinks({
  at,
  languages,
  before,
  after,
}: {
  at: string;
  languages: readonly Language[];
  before?: Content;
  after?: Content;
}) {
  return (
    <ul class="govuk-list govuk-list--spaced">
      {before}
      <li>
        <a class="govuk-link" href={`${at}/plan.docx`}>
          Download the whole plan as a Word file
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`${at}/thread`}>
          Need by need: each with the help for it and what should come of it
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`${at}/one-page`}>
          One page for the classroom
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`${at}/summary`}>
          Summary: who does what, by when, and whom to tell when it does not happen
        </a>
      </li>
      {languages.map((language) => (
        <li key={language.tag}>
          <a class="govuk-link" href={`${at}/bilingual/${language.tag}`}>
            The plan in English and {language.name} (<span {...inLanguage(language)}>{language.ownName}</span>
            )
          </a>
        </li>
      ))}
      <li>
        <a class="govuk-link" href={`${at}/mine`}>
          My plan: the child’s own, in their own words
        </a>
      </li>
      {after}
    </ul>
  );
}
