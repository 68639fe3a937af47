import {
  AsTyped,
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { LineMatch } from '../considering.ts';
import type { Note, NoteKind } from '../kept-list.ts';
import type { ShownSetting } from '../shown.ts';
import { ownSettingInEasyRead } from './easy-read/own-setting.ts';
import { VERDICT_WORDS } from './parts.tsx';

export type OwnSettingProps = {
  page: PageContext;
  childId: string;
  settingId: string;
  name: string;
  /** Null where the list did not consider it. */
  found: {
    shown: ShownSetting;
    easy: ShownSetting;
    lines: readonly { ref: string; about: string; match: LineMatch }[];
  } | null;
  notes: readonly Note[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

export const MATCH_WORDS = {
  yes: 'It names every need this line is for',
  partly: 'It names some of the needs this line is for',
  'names others': 'It names other needs',
  'not known': 'We do not know whether it provides for this: ask it',
} as const satisfies Record<LineMatch, string>;

export const NOTE_WORDS = { note: 'Note', question: 'Question', visit: 'Visit' } as const satisfies Record<
  NoteKind,
  string
>;

export const OwnSettingPage = inEasyRead(OwnSetting, ownSettingInEasyRead);

/** One setting of the list, with all that was found of it, asking for it, and their own notes. */
function OwnSetting(props: OwnSettingProps) {
  const { page, childId, settingId, name, found, errors } = props;
  const at = `/family/${childId}/tailored-list`;
  return (
    <Layout title={name} page={page} errors={errors} backLink={{ href: at, text: 'The list' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{name}</h1>
      {page.onlyReads !== true && (
        <p class="govuk-body">
          <Button
            href={`/family/${childId}/plan/preference?${new URLSearchParams({ q: name, setting: settingId })}`}
          >
            Ask for this setting
          </Button>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/settings/${settingId}`}>
          Everything the register says of it
        </a>
      </p>
      {found === null ? (
        <p class="govuk-body">
          The list did not consider it. You may ask for it all the same, or add it so that the next list does.
        </p>
      ) : (
        <>
          <h2 class="govuk-heading-m">
            What the list found: {VERDICT_WORDS[found.shown.verdict].toLowerCase()}
          </h2>
          <SummaryList rows={found.shown.why.map(({ title, words }) => ({ key: title, value: words }))} />
          {found.lines.length > 0 && <h2 class="govuk-heading-m">Each line of Section F</h2>}
          {found.lines.length > 0 && (
            <SummaryList
              rows={found.lines.map(({ ref, about, match }) => ({
                key: ref,
                value: about === '' ? MATCH_WORDS[match] : `For ${about}. ${MATCH_WORDS[match]}`,
              }))}
            />
          )}
        </>
      )}
      {page.onlyReads !== true && <Notes {...props} />}
    </Layout>
  );
}

function Notes({ childId, settingId, notes, formKey, typed, errors }: OwnSettingProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Your own notes</h2>
      <p class="govuk-body">
        Only you can read these. The authority cannot, and nor can anybody else in your family.
      </p>
      {notes.map((note) => (
        <div key={note.id}>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {NOTE_WORDS[note.kind]}
            {note.visitOn === null ? '' : `, ${sayDate(note.visitOn)}`}
          </h3>
          <AsTyped>{note.words}</AsTyped>
        </div>
      ))}
      <Form action={`/family/${childId}/tailored-list/settings/${settingId}`} idempotencyKey={formKey}>
        <Radios
          name="kind"
          fieldset={{ legend: { text: 'What do you want to keep?' } }}
          items={[
            { value: 'note', text: 'A note' },
            { value: 'question', text: 'A question to ask' },
            { value: 'visit', text: 'A visit' },
          ]}
          value={typed['kind']}
          errorMessage={errors['kind']}
        />
        <Textarea
          name="words"
          label="What to note"
          value={typed['words']}
          errorMessage={errors['words']}
          rows={3}
        />
        <DateField name="visitOn" legend="The day of a visit (optional)" errors={errors} typed={typed} />
        <Button preventDoubleClick classes="govuk-button--secondary">
          Keep it
        </Button>
      </Form>
    </>
  );
}
