import {
  Button,
  DateField,
  Details,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import { type Voice, WAYS } from '../voice.ts';
import { voicesInEasyRead } from './easy-read/voices.ts';
import { VoicesView, WAY_WORDS } from './voices-view.tsx';

export type VoicesProps = {
  page: PageContext;
  childId: string;
  childName: string;
  back: { href: string; text: string };
  /** The reader is the child's family. */
  family: boolean;
  /** One of them, signed in with an account, so that nobody asks for a name. */
  named: boolean;
  voices: readonly Voice[];
  documents: readonly { id: string; title: string }[];
  /** Which one somebody was confirming, where that was refused. */
  confirming: string | null;
  keys: Readonly<Record<string, string>>;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

export const VoicesPage = inEasyRead(Voices, voicesInEasyRead);

/** What a child says for themself: read, added to, and confirmed once the child has seen it. */
function Voices(props: VoicesProps) {
  const { page, childName, back, family, voices, errors } = props;
  const title = `What ${childName} says`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {childName}’s own voice: in words, a photograph, a drawing, a sound or a video. It is put with what
        the plan says in section A.{' '}
        {family
          ? ''
          : 'The family reads it. What you are told about a child’s safety belongs to your safeguarding lead first, and not here.'}
      </p>
      {voices.length === 0 ? (
        <p class="govuk-body">Nothing has been recorded yet.</p>
      ) : (
        <VoicesView voices={voices} />
      )}
      {page.onlyReads !== true && (
        <>
          {voices
            .filter(({ confirmed }) => confirmed === null)
            .map((voice) => (
              <Confirm key={voice.id} {...props} voice={voice} />
            ))}
          <Add {...props} />
        </>
      )}
    </Layout>
  );
}

function Confirm({
  childId,
  childName,
  voice,
  confirming,
  named,
  keys,
  typed,
  errors,
}: VoicesProps & { voice: Voice }) {
  const here = confirming === voice.id;
  const field = (name: string) => ({
    name,
    id: `${name}-${voice.id}`,
    errorMessage: here ? errors[name] : undefined,
    value: here ? typed[name] : undefined,
  });
  return (
    <Details summary={`${childName} has seen this: ${WAY_WORDS[voice.way].toLowerCase()}`} open={here}>
      <Form
        action={`/children/${childId}/voice/${voice.id}/confirmation`}
        idempotencyKey={keys[voice.id] ?? ''}
      >
        <Textarea {...field('how')} label="How did they see it, and what did they say?" rows={2} />
        {!named && <Input {...field('by')} label="Your name" classes="govuk-input--width-20" />}
        <Button classes="govuk-button--secondary">Record that they have seen it</Button>
      </Form>
    </Details>
  );
}

function Add({ childId, documents, named, formKey, typed, errors, confirming }: VoicesProps) {
  const mine = confirming === null ? { typed, errors } : { typed: {}, errors: {} };
  const field = (name: string) => ({
    name,
    errorMessage: Object.entries(mine.errors).find(([one]) => one === name)?.[1],
    value: Object.entries(mine.typed).find(([one]) => one === name)?.[1],
  });
  return (
    <>
      <h2 class="govuk-heading-m">Add what they say</h2>
      <Form action={`/children/${childId}/voice`} idempotencyKey={formKey}>
        <Radios
          {...field('way')}
          fieldset={{ legend: { text: 'How did they say it?' } }}
          items={WAYS.map((way) => ({ value: way, text: WAY_WORDS[way] }))}
        />
        <Select
          {...field('documentId')}
          label="Which file? (for a photograph, drawing, sound or video)"
          items={[
            { value: '', text: 'None: it is in words' },
            ...documents.map((one) => ({ value: one.id, text: one.title })),
          ]}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={`/children/${childId}/documents/new`}>
            Send the file first
          </a>
        </p>
        <Textarea
          {...field('words')}
          label="Their words, or what it shows or says"
          hint="As they said it. Describe a picture, or write down a recording, if you can: not everybody can see or hear it"
          rows={5}
        />
        <Textarea
          {...field('howGathered')}
          label="How was it gathered?"
          hint="For example: talking at home, with symbols, over two visits"
          rows={2}
        />
        <Input {...field('helpedBy')} label="Who helped them? (optional)" />
        <DateField name="gatheredOn" legend="When?" errors={mine.errors} typed={mine.typed} />
        {!named && (
          <Input
            {...field('recordedBy')}
            label="Your name"
            autocomplete="name"
            classes="govuk-input--width-20"
          />
        )}
        <Button preventDoubleClick>Add</Button>
      </Form>
    </>
  );
}
