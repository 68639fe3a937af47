import {
  Button,
  Checkboxes,
  DateField,
  Details,
  ErrorSummary,
  type FieldErrors,
  FileUpload,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  ResumableUpload,
} from '../../../design-system/index.ts';
import { KINDS } from '../adding.ts';
import type { Reviewer } from '../withholding.ts';
import { sendInEasyRead } from './easy-read/send.ts';
import { type ShownFile, WaitingFiles } from './waiting-files.tsx';
import { WhyFromFamily } from './withholding.tsx';

export type SendProps = {
  page: PageContext;
  childId: string;
  childName: string;
  back: { href: string; text: string };
  files: readonly ShownFile[];
  accept: string;
  taken: string;
  notScanned: string | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKeys: { files: string; details: string };
  /** Asked of whoever may withhold what they add; null for everybody else. */
  withholding: { grounds: readonly string[]; reviewers: readonly Reviewer[] } | null;
};

/** Files are chosen and sent; what has come is listed; what they are is said; and they are added to the child's file. */
export const SendPage = inEasyRead(Send, sendInEasyRead);

function Send(props: SendProps) {
  const { page, childId, childName, errors, files } = props;
  const at = `/children/${childId}/documents/new`;
  const title = `Send documents about ${childName}`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={props.back}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ResumableUpload uploads={`/children/${childId}/uploads`}>
        <Form action={at} idempotencyKey={props.formKeys.files} files>
          <FileUpload
            name="files"
            multiple
            label={{ text: '1. Choose files', classes: 'govuk-label--m' }}
            hint="Each can be up to 50 MB, 40 at a time. You can photograph the pages of a paper, one photo for each page."
            errorMessage={errors['files']}
            attributes={{ accept: props.accept }}
          />
          <Details summary="Which kinds of file can I send?">
            <p class="govuk-body">
              {props.taken}. On an iPhone, photos may be in HEIC: choose Settings, Camera, Formats, Most
              Compatible, and take them again.
            </p>
          </Details>
          {props.notScanned !== null && <InsetText>{props.notScanned}</InsetText>}
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Send files
          </Button>
        </Form>
      </ResumableUpload>
      {files.length > 0 && (
        <>
          <WaitingFiles at={at} files={files} />
          <SayWhat {...props} />
        </>
      )}
    </Layout>
  );
}

function SayWhat(props: SendProps) {
  const { childId, childName, files, typed, errors, formKeys } = props;
  const photographs = files.filter(({ photograph }) => photograph).length;
  return (
    <>
      <h2 class="govuk-heading-m">3. Say what they are</h2>
      <Form action={`/children/${childId}/documents`} idempotencyKey={formKeys.details}>
        <input type="hidden" name="uploads" value={files.map(({ id }) => id).join(',')} />
        {photographs > 1 && (
          <Checkboxes
            name="join"
            values={[typed['join'] ?? '']}
            errorMessage={errors['join']}
            items={[
              {
                value: 'yes',
                text: 'These are photos of the pages of one paper, in this order',
                hint: 'They are joined into one PDF',
              },
            ]}
          />
        )}
        <Radios
          name="kind"
          fieldset={{ legend: { text: 'What are you sending?', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={errors['kind']}
          value={typed['kind']}
          items={Object.entries(KINDS).map(([value, text]) => ({ value, text }))}
        />
        <Input
          name="title"
          label="What to call it (optional)"
          hint="If you add more than one, each keeps its own name"
          errorMessage={errors['title']}
          value={typed['title']}
        />
        <Input
          name="writtenBy"
          label="Who wrote or made it (optional)"
          errorMessage={errors['writtenBy']}
          value={typed['writtenBy']}
        />
        <DateField
          name="writtenOn"
          legend={{ text: 'The date on it (optional)', classes: 'govuk-fieldset__legend--s' }}
          typed={typed}
          errors={errors}
        />
        {props.withholding !== null && <Withhold {...props.withholding} typed={typed} errors={errors} />}
        <Button preventDoubleClick>{`Add to ${childName}’s file`}</Button>
      </Form>
    </>
  );
}

type WithholdProps = NonNullable<SendProps['withholding']> & Pick<SendProps, 'typed' | 'errors'>;

/** Withheld from when it is added, so that the family is never told of what it may not see. */
function Withhold({ grounds, reviewers, typed, errors }: WithholdProps) {
  return (
    <Checkboxes
      name="withhold"
      values={[typed['withhold'] ?? '']}
      errorMessage={errors['withhold']}
      items={[
        {
          value: 'yes',
          text: 'Withhold from the family, from now',
          hint: 'The family sees every document when it arrives, unless the law lets you hold it back. Take advice from your data protection officer first',
          conditional: <WhyFromFamily {...{ grounds, reviewers, typed, errors }} />,
        },
      ]}
    />
  );
}
