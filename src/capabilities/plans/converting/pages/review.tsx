import type { ComponentChildren } from 'preact';
import {
  AsTyped,
  Button,
  Details,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  type PageContext,
  Pagination,
  WarningText,
} from '../../../../design-system/index.ts';
import type { Conversion } from '../conversion-store.ts';
import type { Ignored } from '../passage.ts';
import { sayPlace } from '../place.ts';
import type { Reviewed } from '../review.ts';
import { ConversionFrame } from './frame.tsx';
import { Placing } from './placing.tsx';

type Typed = Readonly<Record<string, string>>;
type Shown<T> = { items: readonly T[]; all: number; page: number; pages: number };

export type ReviewProps = {
  page: PageContext;
  conversion: Conversion;
  /** Why nothing may be decided on it now. */
  closed: string | null;
  notes: readonly string[];
  problems: readonly { number: number; message: string }[];
  placed: Shown<Reviewed>;
  waiting: Shown<Reviewed>;
  leftOut: readonly Reviewed[];
  ignored: readonly Ignored[];
  keys: { decide: string; aside: string };
  typed: Typed;
  errors: FieldErrors;
};

/** A file as it was read: what was placed beside what could not be, and a decision for each of those. */
export function ReviewPage(props: ReviewProps) {
  const { page, conversion, closed, notes, problems, placed, waiting, errors } = props;
  const held = closed !== null && conversion.accepted === null && conversion.setAside === null;
  return (
    <ConversionFrame page={page} conversion={conversion} title="Review" errors={errors}>
      <h1 class="govuk-heading-l">Review {conversion.title}</h1>
      {closed !== null && <InsetText>{closed}.</InsetText>}
      {conversion.accepted !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/plans/${conversion.accepted.planId}`}>
            Read the plan
          </a>
        </p>
      )}
      {!held && (
        <>
          <p class="govuk-body">
            {placed.all} placed, {waiting.all} to place, {props.leftOut.length} left out.{' '}
            <a class="govuk-link" href={`/plans/conversions/${conversion.id}/file`}>
              Open the file
            </a>
          </p>
          {notes.map((note) => (
            <WarningText key={note}>{note}</WarningText>
          ))}
          {problems.map(({ number, message }) => (
            <WarningText key={`${number} ${message}`}>
              {message}.{' '}
              <a class="govuk-link" href={`/plans/conversions/${conversion.id}/passages/${number}`}>
                Put it right
              </a>
            </WarningText>
          ))}
          {closed === null && waiting.all === 0 && problems.length === 0 && (
            <Button href={`/plans/conversions/${conversion.id}/acceptance`}>Say whose plan it is</Button>
          )}
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-one-half">
              <Waiting {...props} />
              <LeftOut {...props} />
            </div>
            <div class="govuk-grid-column-one-half">
              <Placed {...props} />
            </div>
          </div>
        </>
      )}
      <SetAside {...props} />
    </ConversionFrame>
  );
}

function Placed({ conversion, closed, placed, waiting }: ReviewProps) {
  return (
    <>
      <h2 class="govuk-heading-m" id="placed">
        Placed
      </h2>
      {placed.items.map((passage) => (
        <Passage
          key={passage.number}
          passage={passage}
          title={passage.place === null ? '' : sayPlace(passage.place)}
        >
          {closed === null && <Change conversion={conversion} passage={passage} />}
        </Passage>
      ))}
      <Pages conversion={conversion} placed={placed.page} waiting={waiting.page} of={placed} at="placed" />
    </>
  );
}

function Waiting({ conversion, closed, placed, waiting, keys, typed, errors }: ReviewProps) {
  if (waiting.all === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m" id="waiting">
        To place
      </h2>
      <p class="govuk-body">Decide on as many as you like, then save. Those you leave stay here.</p>
      <Form
        action={`/plans/conversions/${conversion.id}/passages?placed=${placed.page}&waiting=${waiting.page}`}
        idempotencyKey={keys.decide}
      >
        {waiting.items.map((passage) => (
          <fieldset key={passage.number} class="govuk-fieldset govuk-!-margin-bottom-6">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              {passage.from}: <span class="govuk-!-font-weight-regular">{passage.why}</span>
            </legend>
            <blockquote class="govuk-inset-text govuk-!-margin-top-2">
              <AsTyped>{passage.text}</AsTyped>
            </blockquote>
            {closed === null && <Placing passage={passage} typed={typed} errors={errors} />}
          </fieldset>
        ))}
        {closed === null && <Button preventDoubleClick>Save these decisions</Button>}
      </Form>
      <Pages conversion={conversion} placed={placed.page} waiting={waiting.page} of={waiting} at="waiting" />
    </>
  );
}

function LeftOut({ conversion, closed, leftOut, ignored }: ReviewProps) {
  return (
    <>
      {leftOut.length > 0 && (
        <Details summary={`Left out by a decision: ${leftOut.length}`}>
          {leftOut.map((passage) => (
            <Passage key={passage.number} passage={passage} title={`Left out: ${passage.leftOut ?? ''}`}>
              {closed === null && <Change conversion={conversion} passage={passage} />}
            </Passage>
          ))}
        </Details>
      )}
      {ignored.length > 0 && (
        <Details summary={`Not part of the plan: ${ignored.length}`}>
          <ul class="govuk-list govuk-list--spaced">
            {ignored.map(({ text, from, why }, at) => (
              <li key={`${at}`}>
                <AsTyped>{text}</AsTyped>
                <span class="govuk-hint">
                  {from}: {why}
                </span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Passage({
  passage,
  title,
  children,
}: {
  passage: Reviewed;
  title: string;
  children: ComponentChildren;
}) {
  const { text, from, links, decidedBy } = passage;
  return (
    <div class="govuk-!-margin-bottom-4" id={`passage-${passage.number}`}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <AsTyped>{text}</AsTyped>
      </p>
      <p class="govuk-hint govuk-!-margin-bottom-1">
        {from}
        {links.length > 0 && `; serves ${links.join(', ')}`}
        {decidedBy !== null && `; decided by ${decidedBy}`}
      </p>
      {children}
    </div>
  );
}

function Change({ conversion, passage }: { conversion: Conversion; passage: Reviewed }) {
  return (
    <a class="govuk-link" href={`/plans/conversions/${conversion.id}/passages/${passage.number}`}>
      Change<span class="govuk-visually-hidden"> {passage.from}</span>
    </a>
  );
}

type PagesProps = {
  conversion: Conversion;
  placed: number;
  waiting: number;
  of: Shown<Reviewed>;
  at: 'placed' | 'waiting';
};

function Pages({ conversion, placed, waiting, of, at }: PagesProps) {
  if (of.pages < 2) return null;
  const address = (page: number) => {
    const pages = { placed, waiting, [at]: page };
    return `/plans/conversions/${conversion.id}?placed=${pages.placed}&waiting=${pages.waiting}#${at}`;
  };
  return (
    <Pagination
      landmarkLabel={at === 'placed' ? 'More placed' : 'More to place'}
      {...(of.page > 1 ? { previous: { href: address(of.page - 1) } } : {})}
      {...(of.page < of.pages ? { next: { href: address(of.page + 1) } } : {})}
    />
  );
}

function SetAside({ conversion, keys, typed, errors }: ReviewProps) {
  if (conversion.accepted !== null || conversion.setAside !== null) return null;
  return (
    <Details summary="Set this file aside" open={errors['aside'] !== undefined}>
      <p class="govuk-body">
        For a wrong file, or a plan that is here already. What was read and decided is kept.
      </p>
      <Form action={`/plans/conversions/${conversion.id}/removal`} idempotencyKey={keys.aside}>
        <Input
          name="aside"
          label="Why nothing is to come of it"
          errorMessage={errors['aside']}
          value={typed['aside']}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Set it aside
        </Button>
      </Form>
    </Details>
  );
}
