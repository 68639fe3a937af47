import { breakable } from '../rendering/plan-document.tsx';
import type { Language } from './languages.ts';
import type { SayOther } from './matching.ts';
import type { Said } from './pieces.ts';

type Props = {
  said: Said;
  label?: Said;
  language: Language;
  other: SayOther;
  /** Stands in place of a translation there is none of. */
  without?: Said;
};

/** One piece in English and in the other language: beside one another, or one under the other on a telephone. */
export function Both({ said, label, language, other, without }: Props) {
  const translated = said.key === null ? said.english : other(said.key);
  const labelled = label?.key ? other(label.key) : null;
  return (
    <div class="opensend-both" dir={language.dir}>
      <div lang="en-GB" dir="ltr">
        {label !== undefined && <Label>{label.english}</Label>}
        <Words text={said.english} />
      </div>
      <div {...inLanguage(language)}>
        {labelled !== null && <Label>{labelled}</Label>}
        {translated !== null && <Words text={translated} english={said.key === null} />}
        {translated === null && without !== undefined && <Without said={without} other={other} />}
      </div>
    </div>
  );
}

function Label({ children }: { children: string }) {
  return (
    <strong class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1 opensend-both__label">
      {children}
    </strong>
  );
}

/** The same of a heading, within it. */
export function BothNames({ said, language, other }: Pick<Props, 'said' | 'language' | 'other'>) {
  const translated = said.key === null ? null : other(said.key);
  return (
    <span class="opensend-both" dir={language.dir}>
      <span lang="en-GB" dir="ltr">
        {said.english}
      </span>
      {translated !== null && <span {...inLanguage(language)}>{translated}</span>}
    </span>
  );
}

function Without({ said, other }: { said: Said; other: SayOther }) {
  const words = said.key === null ? null : other(said.key);
  const english = words === null ? ({ lang: 'en-GB', dir: 'ltr' } as const) : {};
  return (
    <p class="govuk-body opensend-both__without" {...english}>
      {words ?? said.english}
    </p>
  );
}

/** What is the same in every language stays as English has it, wherever it stands. */
function Words({ text, english = false }: { text: string; english?: boolean }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p class="govuk-body">
          {paragraph
            .trim()
            .split('\n')
            .map((line, at) => [
              at > 0 && <br />,
              english ? <bdi lang="en-GB">{breakable(line)}</bdi> : breakable(line),
            ])}
        </p>
      ))}
    </>
  );
}

/** How a browser and a screen reader know which language words are in, and which way they run. */
export function inLanguage({ tag, dir }: Language) {
  return { lang: tag, dir };
}
