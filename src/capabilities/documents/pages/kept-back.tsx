import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';

type Props = {
  page: PageContext;
  childId: string;
  title: string;
  wordsHref: string | null;
  reach: string;
};

/** Instead of a file that shows whoever asks how to reach somebody: that it does, what of it they can read, and whom to ask. */
export function KeptBackPage({ page, childId, title, wordsHref, reach }: Props) {
  return (
    <Layout
      title="We have kept this file back"
      page={page}
      backLink={{ href: `/children/${childId}/documents`, text: 'Documents' }}
    >
      <h1 class="govuk-heading-l">We have kept this file back</h1>
      <p class="govuk-body">
        <strong dir="auto">{title}</strong>
      </p>
      <InsetText>
        This file says how to reach somebody, so we do not open it for you. We do this with every family, to
        keep people safe. It does not mean that you did anything wrong.
      </InsetText>
      {wordsHref !== null && (
        <p class="govuk-body">
          You can{' '}
          <a class="govuk-link" href={wordsHref}>
            read the rest of its words now
          </a>
          .
        </p>
      )}
      <p class="govuk-body">
        The SEND team has been told that you need a copy without it. If you need it by a certain day, for an
        appeal for example, contact us and say so: {reach}
      </p>
    </Layout>
  );
}

/** Instead of a file that came a moment ago, whose words nobody has looked through yet. */
export function BeingReadPage({ page, childId, title }: Pick<Props, 'page' | 'childId' | 'title'>) {
  const heading = 'This file is being checked';
  return (
    <Layout
      title={heading}
      page={page}
      backLink={{ href: `/children/${childId}/documents`, text: 'Documents' }}
    >
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">
        <strong dir="auto">{title}</strong>
      </p>
      <InsetText>
        We look through each new file for anything that says how to reach somebody, to keep people safe.
      </InsetText>
      <p class="govuk-body">Open this page again in a few minutes.</p>
    </Layout>
  );
}

type StaffProps = {
  page: PageContext;
  childId: string;
  childName: string;
  kept: {
    id: string;
    title: string;
    readerName: string;
    /** Null where it shows where the child lives. */
    shownName: string | null;
    on: PlainDate;
    documentId: string;
    end: { done: string; on: PlainDate; by: string } | null;
    doneBefore: string | null;
  };
  /** Whether the words of the file were read, so that they read the rest of them. */
  isRead: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

/** For staff: a file that was kept back from one reader, and what was done about it. */
export function KeptBackFromPage(props: StaffProps) {
  const { page, childId, childName, kept, errors } = props;
  const { title, readerName, on, documentId, end, doneBefore } = kept;
  return (
    <Layout
      title={`Kept back from ${readerName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/children/${childId}/documents`, text: `Documents about ${childName}` }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l" dir="auto">
        {title}
      </span>
      <h1 class="govuk-heading-l">Kept back from {readerName}</h1>
      <InsetText>
        It says {sayShown(kept, childName)}, so it is not opened for {readerName}. Others on the file, whom it
        tells nothing of the kind, open it as it is.
      </InsetText>
      <SummaryList
        rows={[
          {
            key: 'The file',
            value: (
              <a class="govuk-link" href={`/documents/${documentId}`} dir="auto">
                {title}
              </a>
            ),
          },
          ...(doneBefore === null
            ? []
            : [{ key: 'What was done before they asked again', value: <AsTyped>{doneBefore}</AsTyped> }]),
          {
            key: doneBefore === null ? 'They asked for it on' : 'They asked for it again on',
            value: sayDate(on),
          },
          ...(end === null
            ? []
            : [
                { key: 'What was done', value: <AsTyped>{end.done}</AsTyped> },
                { key: 'By', value: `${end.by}, ${sayDate(end.on)}` },
              ]),
        ]}
      />
      {end === null && <WhatToDo {...props} />}
    </Layout>
  );
}

function sayShown({ shownName }: StaffProps['kept'], childName: string): string {
  return shownName === null ? `where ${childName} lives` : `how to reach ${shownName}`;
}

function WhatToDo({ childId, childName, kept, isRead, typed, errors, formKey }: StaffProps) {
  const { id, readerName } = kept;
  return (
    <>
      <h2 class="govuk-heading-m">What to do</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Take out {sayShown(kept, childName)}, and give {readerName} the rest: post it, or{' '}
          <a class="govuk-link" href={`/children/${childId}/documents/new`}>
            put the copy on the file
          </a>
          .{isRead && ' They read its words by the page meanwhile, without that.'}
        </li>
        <li>
          If we have the wrong details of one of them,{' '}
          <a class="govuk-link" href={`/cases/${childId}/people`}>
            put them right
          </a>
          . Nobody is kept from an address that is theirs too.
        </li>
      </ul>
      <Form action={`/children/${childId}/kept-back/${id}`} idempotencyKey={formKey}>
        <Textarea
          name="done"
          label={{ text: 'What did you do?', classes: 'govuk-label--m' }}
          hint="For example: took the address off page 3, and posted the rest"
          rows={4}
          value={typed['done'] ?? ''}
          errorMessage={errors['done']}
        />
        <Button preventDoubleClick>Save what you did</Button>
      </Form>
    </>
  );
}
