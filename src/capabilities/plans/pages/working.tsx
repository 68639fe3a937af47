import {
  Button,
  Form,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import type { OpenWorking } from '../proposal-sending.ts';
import { sayWhose } from '../rendering/index.ts';
import { type Footnote, letterOf, type WorkingField, type WorkingStatement } from '../working/document.ts';
import { KEY, sayFootnote } from '../working/key.ts';
import type { Mark, Marked } from '../working/marks.ts';
import { workingInEasyRead } from './easy-read/working.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type StaffProps = { page: PageContext; of: OfPlan; formKeys: FormKeys; open: OpenWorking | null };
/** One for each proposal's own form. */
type FormKeys = ReadonlyMap<string, string>;

/** The tribunal's working document as staff keep it: each field may be proposed otherwise, each change agreed. */
export function WorkingPage({ page, of, formKeys, open }: StaffProps) {
  const at = `/plans/${of.planId}/working-document`;
  return (
    <PlanFrame page={page} of={of} title="Working document" backTo={{ part: 'document' }}>
      <h1 class="govuk-heading-l">Working document</h1>
      {open === null ? (
        <p class="govuk-body">There is one once the plan has been issued.</p>
      ) : (
        <>
          <p class="govuk-body">
            The plan as issued, with what each party would change. Write down the family’s proposals as they
            come. The family sees this page’s words at once; the plan itself is not altered.
          </p>
          <p class="govuk-body opensend-not-printed">
            <a class="govuk-link" href={`${at}/returned`}>
              Read a Word file that came back
            </a>
          </p>
          <Document open={open} at={at} staff={{ formKeys }} />
        </>
      )}
    </PlanFrame>
  );
}

export type FamilyWorkingProps = {
  page: PageContext;
  childId: string;
  childName: string;
  open: OpenWorking | null;
};

/** The same as the family reads it. */
export const FamilyWorkingPage = inEasyRead(FamilyWorking, workingInEasyRead);

function FamilyWorking({ page, childId, childName, open }: FamilyWorkingProps) {
  const plan = `/family/${childId}/plan`;
  const at = `${plan}/working-document`;
  return (
    <Layout
      title={`Working document for ${childName}`}
      page={page}
      backLink={{ href: plan, text: 'The plan' }}
    >
      <h1 class="govuk-heading-l">Working document for {childName}</h1>
      {open === null ? (
        <p class="govuk-body">There is one once the plan is final.</p>
      ) : (
        <>
          <p class="govuk-body">
            This is the plan, with what you want changed and what we want changed. It is for the tribunal.
            Tell us if your changes are not written down as you want them.
          </p>
          <Document open={open} at={at} staff={null} />
        </>
      )}
    </Layout>
  );
}

type Staff = { formKeys: FormKeys } | null;

function Document({ open, at, staff }: { open: OpenWorking; at: string; staff: Staff }) {
  const { statements, footnotes } = open.document;
  const numbers = new Map(footnotes.map(({ number, proposal }) => [proposal.id, number]));
  const sections = Map.groupBy(statements, ({ section }) => section);
  return (
    <div class="opensend-working opensend-stamped">
      <p class="govuk-body opensend-not-printed">
        <a class="govuk-link" href={`${at}.docx`}>
          Download as a Word file
        </a>
      </p>
      <h2 class="govuk-heading-m">Key</h2>
      <ul class="govuk-list govuk-list--bullet">
        {KEY.map((piece) => (
          <li>
            <Said piece={{ ...piece, from: [] }} />
          </li>
        ))}
      </ul>
      {[...sections].map(([section, them]) => (
        <section>
          <h2 class="govuk-heading-m">{section}</h2>
          {them.map((statement) => (
            <Statement {...{ statement, numbers, at, staff }} />
          ))}
          {staff !== null && letterOf(section) !== undefined && (
            <p class="govuk-body opensend-not-printed">
              <a class="govuk-link" href={`${at}/${letterOf(section)}`}>
                Propose a new row<span class="govuk-visually-hidden"> in {section}</span>
              </a>
            </p>
          )}
        </section>
      ))}
      <Footnotes {...{ footnotes, at, staff }} />
      <p class="govuk-body opensend-stamp opensend-printed">Working document · {sayWhose(open.view)}</p>
    </div>
  );
}

type Shown = { numbers: ReadonlyMap<string, number>; at: string; staff: Staff };

function Statement({ statement, numbers, at, staff }: Shown & { statement: WorkingStatement }) {
  const { name, area, fields } = statement;
  if (fields.length === 0) return <p class="govuk-body">The plan as issued says nothing here.</p>;
  const rows = fields.map((field) => ({
    key: field.label === '' ? 'Words' : field.label,
    value: <Words words={field.words} numbers={numbers} />,
    ...(staff === null ? {} : { actions: { items: [proposeLink(field, name, at)] } }),
  }));
  const title = [name, area].filter((words) => words !== '').join(', ');
  return title === '' ? (
    <SummaryList rows={rows} />
  ) : (
    <SummaryList card={{ title: { text: title, headingLevel: 3 } }} rows={rows} />
  );
}

function proposeLink({ place, label }: WorkingField, name: string, at: string) {
  return {
    href: `${at}/${place}`,
    text: 'Propose',
    visuallyHiddenText: ` otherwise: ${[name, label].filter((words) => words !== '').join(', ')}`,
  };
}

/** The words of a field in the tribunal's key, each change with the number of its footnote. */
function Words({ words, numbers }: { words: readonly Marked[]; numbers: ReadonlyMap<string, number> }) {
  return (
    <span class="opensend-as-typed" dir="auto">
      {words.map((piece, at) => (
        <>
          <Said piece={piece} />
          {words[at + 1]?.from.join() !== piece.from.join() &&
            piece.from.map((id) => (
              <sup>
                <a class="govuk-link" href={`#footnote-${numbers.get(id)}`}>
                  <span class="govuk-visually-hidden">footnote </span>
                  {numbers.get(id)}
                </a>
              </sup>
            ))}
        </>
      ))}
    </span>
  );
}

const HEARD = {
  original: '',
  agreed: 'agreed',
  family: 'the family’s',
  authority: 'the authority’s',
} as const satisfies Record<Mark, string>;

function Said({ piece: { mark, struck, text } }: { piece: Marked }) {
  if (mark === 'original') return <>{text}</>;
  const Change = struck ? 'del' : 'ins';
  return (
    <Change class={`opensend-working__${mark}`}>
      <span class="govuk-visually-hidden">
        {HEARD[mark]}, {struck ? 'taken out' : 'put in'}:{' '}
      </span>
      {text}
      <span class="govuk-visually-hidden"> (end) </span>
    </Change>
  );
}

function Footnotes({
  footnotes,
  at,
  staff,
}: { footnotes: readonly Footnote[] } & Pick<Shown, 'at' | 'staff'>) {
  if (footnotes.length === 0) return <p class="govuk-body">Nothing has been proposed yet.</p>;
  return (
    <>
      <h2 class="govuk-heading-m">Footnotes</h2>
      <ol class="govuk-list govuk-list--number">
        {footnotes.map((note) => (
          <li id={`footnote-${note.number}`}>
            {sayFootnote(note)}
            {staff !== null && note.proposal.agreedOn === null && (
              <Form
                action={`${at}/agreements/${note.proposal.id}`}
                idempotencyKey={staff.formKeys.get(note.proposal.id) ?? ''}
              >
                <Button classes="govuk-button--secondary" preventDoubleClick>
                  Both agree<span class="govuk-visually-hidden"> change {note.number}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
