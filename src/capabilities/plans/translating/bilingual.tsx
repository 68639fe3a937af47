import { InsetText, inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import { fullName, type PlanView, sayWhose } from '../rendering/view.ts';
import { sayKept } from './bilingual-pdf.ts';
import { Both, BothNames, inLanguage } from './both.tsx';
import { bilingualInEasyRead } from './easy-read.ts';
import { FRAME } from './frame.ts';
import type { Language } from './languages.ts';
import { type SayOther, sayOther } from './matching.ts';
import type { InLanguage } from './opening.ts';
import { noticeOf, type Said, type SaidBlock, type SaidSection } from './pieces.ts';

export type BilingualProps = {
  page: PageContext;
  view: PlanView;
  said: readonly SaidSection[];
  notice: string;
  shown: InLanguage;
  at: string;
  back: { href: string; text: string };
  /** Letters that no font of ours has: while there are any, it cannot be drawn on paper. */
  undrawable: boolean;
};

/** A plan in English and in another language, piece beside piece: the one is the plan, the other helps to read it. */
export const BilingualPage = inEasyRead(Bilingual, bilingualInEasyRead);

function Bilingual({ page, view, said, notice, shown, at, back, undrawable }: BilingualProps) {
  const { language, standing, last } = shown;
  const other = sayOther(standing);
  const words = { language, other };
  const name = fullName(view.content);
  const waits = standing.filter(({ words }) => words === null).length;
  return (
    <Layout title={`Plan for ${name} in English and ${language.name}`} page={page} backLink={back}>
      <div class="opensend-stamped">
        <span class="govuk-caption-l">
          English and {language.name} (<span {...inLanguage(language)}>{language.ownName}</span>)
        </span>
        <h1 class="govuk-heading-l">
          <BothNames said={{ ...FRAME.title, english: `${FRAME.title.english}: ${name}` }} {...words} />
        </h1>
        <InsetText>
          <Both said={noticeOf(notice)} {...words} />
          {view.version.kind === 'draft' && <Both said={FRAME.draft} {...words} />}
        </InsetText>
        <p class="govuk-body opensend-stamp">{sayWhose(view)}</p>
        {last?.kept && <p class="govuk-body">{sayKept(last.kept)}</p>}
        {waits > 0 && (
          <p class="govuk-body">
            {waits} of {standing.length} parts are not translated yet. They are marked, and stand in English.
          </p>
        )}
        <p class="govuk-body opensend-not-printed">
          {undrawable ? (
            'Some of these letters we cannot draw on paper yet, so there is no PDF. You can print this page.'
          ) : (
            <a class="govuk-link" href={`${at}.pdf`}>
              Download it in both languages (PDF)
            </a>
          )}
        </p>
        {said.map((section) => (
          <section id={section.id} aria-labelledby={`${section.id}-title`} key={section.id}>
            <h2 class="govuk-heading-m govuk-!-margin-top-8" id={`${section.id}-title`}>
              <BothNames said={section.title} {...words} />
            </h2>
            <Blocks blocks={section.blocks} {...words} />
          </section>
        ))}
      </div>
    </Layout>
  );
}

type Words = { language: Language; other: SayOther };

function Blocks({ blocks, ...words }: Words & { blocks: readonly SaidBlock[] }) {
  let level = 2;
  return (
    <>
      {blocks.map((block) => {
        if (block.kind === 'heading') level = block.level;
        return <Block block={block} under={level} {...words} />;
      })}
    </>
  );
}

function Block({ block, under, ...words }: Words & { block: SaidBlock; under: number }) {
  switch (block.kind) {
    case 'heading':
      return <Named level={block.level} said={block.said} {...words} />;
    case 'words':
      return <Both said={block.said} without={FRAME.untranslated} {...words} />;
    case 'fields':
      return (
        <>
          {block.name !== null && (
            <Named level={under === 2 ? 3 : under === 3 ? 4 : 5} said={block.name} {...words} />
          )}
          {block.fields
            .filter(({ said }) => said.english.trim() !== '')
            .map(({ label, said }) => (
              <Both {...{ said, label }} without={FRAME.untranslated} {...words} />
            ))}
        </>
      );
  }
}

function Named({ level, said, ...words }: Words & { level: 2 | 3 | 4 | 5; said: Said }) {
  const Heading = `h${level}` as const;
  return (
    <Heading class="govuk-heading-s">
      <BothNames said={said} {...words} />
    </Heading>
  );
}
