import { Fragment } from 'preact';
import { AsTyped } from '../as-typed.tsx';
import type { FieldErrors } from '../errors.ts';
import { type Line, masked } from './content.ts';
import { EasyField } from './field.tsx';
import { type Explained, type HardWord, patternOf } from './hard-words.ts';
import { pictureOf } from './pictures.ts';
import { Words } from './words.tsx';

/** Where one of our own addresses leads on in Easy Read. */
export type To = (href: string) => string;

/** One idea: its picture on the left and its words on the right. */
export function BlockOf({ block, meanings, to, errors }: Explained & { to: To; errors: FieldErrors }) {
  const { picture, lines, quote, link, field } = block;
  return (
    <div class="opensend-easy__block">
      {/* The words beside it say what it shows. */}
      <img class="opensend-easy__picture" src={pictureOf(picture).url} alt="" width={96} height={96} />
      <div class="opensend-easy__words">
        {lines.map((line, place) => (
          <Fragment key={place}>
            <p class="govuk-body">
              <Words line={line} bold={meanings} />
            </p>
            <Meanings hard={meanings.filter((one) => firstLineWith(one, lines) === line)} />
          </Fragment>
        ))}
        {link !== undefined && (
          <p class="govuk-body">
            <a class="govuk-link" href={to(link.href)}>
              <Words line={link.text} />
            </a>
          </p>
        )}
        <Meanings hard={meanings.filter((one) => firstLineWith(one, lines) === undefined)} />
        {quote !== undefined && (
          <blockquote class="opensend-easy__quote">
            <AsTyped>{quote}</AsTyped>
          </blockquote>
        )}
        {field !== undefined && <EasyField field={field} error={errors} />}
      </div>
    </div>
  );
}

/** The line a hard word stands in first, and is explained right under; none where a link or a heading has it. */
function firstLineWith({ word }: HardWord, lines: readonly Line[]): Line | undefined {
  return lines.find((line) => patternOf(word).test(masked(line)));
}

function Meanings({ hard }: { hard: readonly HardWord[] }) {
  return (
    <>
      {hard
        .flatMap(({ means }) => means)
        .map((meaning) => (
          <p class="govuk-body opensend-easy__meaning" key={meaning}>
            {meaning}
          </p>
        ))}
    </>
  );
}
