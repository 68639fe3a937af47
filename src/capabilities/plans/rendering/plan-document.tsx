import { SummaryList, Tag } from '../../../design-system/index.ts';
import type { Block, Cell, Table } from '../../../platform/pdf/blocks.ts';
import { planSections } from './sections.ts';
import { datedOf, fullName, type PlanView, sayWhose, versionLabel } from './view.ts';
import type { PlanSection } from './wording.ts';

/**
 * The plan as part of a page, from the same blocks as its PDF. Each section is an anchor. Rows are shown as named values
 * one under another, never as a wide table, so that a telephone never scrolls sideways. The page gives the first heading.
 */
export function PlanDocument({ view }: { view: PlanView }) {
  const sections = planSections(view);
  const { version, reference } = view;
  return (
    <article class="opensend-stamped" lang="en-GB" aria-label={`Plan for ${fullName(view.content)}`}>
      <p class="govuk-body">
        <Tag colour={version.kind === 'draft' ? 'yellow' : 'green'}>{versionLabel(view)}</Tag> {datedOf(view)}
        {reference !== '' && `, ${reference}`}
      </p>
      {version.kind === 'draft' && <p class="govuk-body">This is not a final plan.</p>}
      {view.notAll && (
        <p class="govuk-body">
          This copy does not show everything the plan says. What is left out is marked.
        </p>
      )}
      <nav aria-label="Sections of the plan">
        <ul class="govuk-list">
          {sections.map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <Section section={section} />
      ))}
      <p class="govuk-body opensend-stamp opensend-printed">{sayWhose(view)}</p>
    </article>
  );
}

function Section({ section: { id, title, blocks } }: { section: PlanSection }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 class="govuk-heading-l govuk-!-margin-top-8" id={`${id}-title`}>
        {title}
      </h2>
      <Blocks blocks={blocks} />
    </section>
  );
}

/** The blocks of a paper as part of a page. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  let level = 2;
  return (
    <>
      {blocks.map((block) => {
        if (block.kind === 'heading') level = block.level;
        return <Shown block={block} under={level} />;
      })}
    </>
  );
}

const HEADINGS = { 2: 'govuk-heading-l', 3: 'govuk-heading-m', 4: 'govuk-heading-s' } as const;

function Shown({ block, under }: { block: Block; under: number }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return <Heading class={HEADINGS[block.level]}>{block.text}</Heading>;
    }
    case 'text':
      return <Paragraphs text={block.text} />;
    case 'bullets':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li dir="auto">{breakable(item)}</li>
          ))}
        </ul>
      );
    case 'steps':
      return (
        <ol class="govuk-list govuk-list--number">
          {block.items.map((item) => (
            <li dir="auto">{breakable(item)}</li>
          ))}
        </ol>
      );
    case 'pairs':
      return (
        <SummaryList
          rows={block.rows.map(({ label, value }) => ({ key: label, value: <Lines text={value} /> }))}
        />
      );
    case 'table':
      return <Rows table={block} under={under} />;
  }
}

/** One card for each row: named by its reference (its first cell), its other cells under their columns' names. */
function Rows({ table, under }: { table: Table; under: number }) {
  const headingLevel = under === 2 ? 3 : under === 3 ? 4 : 5;
  return (
    <>
      {table.rows.map((row) => {
        const [first] = row[0] ?? [];
        const title = first === undefined ? '' : first.label === '' ? first.text : first.label;
        const named = first?.label === '';
        return (
          <SummaryList
            card={{ title: { text: title, headingLevel } }}
            rows={row.slice(named ? 1 : 0).map((cell, at) => ({
              key: table.columns[at + (named ? 1 : 0)]?.label ?? '',
              value: <CellWords cell={cell} />,
            }))}
          />
        );
      })}
    </>
  );
}

function CellWords({ cell }: { cell: Cell }) {
  return (
    <>
      {cell.map(({ label, text }) =>
        label === '' ? (
          <Paragraphs text={text} />
        ) : (
          <p class="govuk-body">
            <strong>{label}:</strong> <Lines text={text} />
          </p>
        ),
      )}
    </>
  );
}

function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p class="govuk-body" dir="auto">
          <Lines text={paragraph.trim()} />
        </p>
      ))}
    </>
  );
}

function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, at) => (
        <>
          {at > 0 && <br />}
          {breakable(line)}
        </>
      ))}
    </>
  );
}

/** Words of which a very long one may break, so that a narrow screen need not scroll. */
export function breakable(text: string) {
  const pieces = text.match(/\S{1,24}|\s+/gu) ?? [];
  return pieces.map((piece, at) => {
    const broken = at > 0 && /\S/.test(piece) && /\S/.test(pieces[at - 1] ?? '');
    return broken ? (
      <>
        <wbr />
        {piece}
      </>
    ) : (
      piece
    );
  });
}
