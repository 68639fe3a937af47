import type { ComponentChildren } from 'preact';
import { AsTyped, InsetText } from '../../../design-system/index.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { capital } from '../../../shared/words.ts';
import { goldenThread, looseEnds, type Placed, type Thread } from '../golden-thread.ts';
import { AREAS, type Area, type AreaName, type Outcome, type Provision } from '../plan.ts';
import { AREA_TITLES, type Names, namesIn } from './rows.ts';
import type { PlanView } from './view.ts';

/** What the three parts of a thread are called, and what is said where a part is missing, for one audience. */
export type ThreadWords = {
  need: (area: AreaName) => string;
  provision: (area: AreaName) => string;
  outcome: string;
  noNeedTitle: string;
  noNeed: string;
  noProvision: string;
  noOutcome: string;
  noHelp: string;
  leadsNowhere: string;
  /** Where an outcome stands alone: beside it, where its need would be. */
  apart: string;
  nothing: (area: AreaName) => string;
};

type Shown = { names: Names; words: ThreadWords };

/**
 * The plan need by need: each with the provision that meets it and the outcomes that serves, from the very rows its sections
 * are drawn from. Every row is written out once, where the thread first comes to it; after that its name leads there.
 */
export function GoldenThread({ view, words }: { view: PlanView; words: ThreadWords }) {
  const names = namesIn(view.content, view.citations);
  const ends = looseEndsIn(view, words);
  return (
    <>
      {ends.length > 0 && (
        <InsetText>
          <h2 class="govuk-heading-s">Not joined up yet</h2>
          <ul class="govuk-list govuk-list--bullet">
            {ends.map(({ id, text }) => (
              <li key={`${id} ${text}`}>
                <a class="govuk-link" href={`#row-${id}`}>
                  {names.ref(id)}
                </a>
                : {text}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {AREAS.map((name) => (
        <AreaThreads key={name} name={name} area={view.content.areas[name]} {...{ names, words }} />
      ))}
    </>
  );
}

function AreaThreads({ name, area, ...shown }: Shown & { name: AreaName; area: Area }) {
  const threads = goldenThread(area);
  return (
    <section aria-labelledby={`thread-${AREAS.indexOf(name)}`}>
      <h2 class="govuk-heading-m govuk-!-margin-top-6" id={`thread-${AREAS.indexOf(name)}`}>
        {AREA_TITLES[name]}
      </h2>
      {threads.length === 0 && <p class="govuk-body">{shown.words.nothing(name)}</p>}
      {threads.map((thread, at) => (
        <OneThread key={thread.need?.id ?? at} thread={thread} name={name} {...shown} />
      ))}
    </section>
  );
}

function OneThread({ thread, name, names, words }: Shown & { thread: Thread; name: AreaName }) {
  const { need, provisions, outcomes } = thread;
  return (
    <div class="opensend-thread">
      <div id={need === null ? undefined : `row-${need.id}`}>
        <h3 class="govuk-heading-s">
          {need === null ? words.noNeedTitle : `${names.ref(need.id)}: ${words.need(name)}`}
        </h3>
        {need === null ? (
          <Missing>{provisions.length === 0 ? words.apart : words.noNeed}</Missing>
        ) : (
          <>
            <Said>{need.text}</Said>
            <Said label="Evidence">{need.evidence}</Said>
          </>
        )}
      </div>
      <div>
        <h4 class="govuk-heading-s">{words.provision(name)}</h4>
        {provisions.length === 0 && <Missing>{need === null ? words.noHelp : words.noProvision}</Missing>}
        {provisions.map((placed) => (
          <PlacedRow key={placed.row.id} placed={placed} names={names}>
            <ProvisionWords row={placed.row} names={names} />
          </PlacedRow>
        ))}
      </div>
      <div>
        <h4 class="govuk-heading-s">{words.outcome}</h4>
        {outcomes.length === 0 && <Missing>{words.noOutcome}</Missing>}
        {outcomes.map((placed) => (
          <PlacedRow key={placed.row.id} placed={placed} names={names}>
            <OutcomeWords row={placed.row} names={names} />
          </PlacedRow>
        ))}
      </div>
    </div>
  );
}

function Missing({ children }: { children: string }) {
  return <p class="govuk-body opensend-thread__missing">{children}</p>;
}

function PlacedRow<T extends { id: Uuid }>({
  placed: { row, first },
  names,
  children,
}: {
  placed: Placed<T>;
  names: Names;
  children: ComponentChildren;
}) {
  if (first)
    return (
      <div class="opensend-thread__row" id={`row-${row.id}`}>
        <p class="govuk-body govuk-!-font-weight-bold">{names.ref(row.id)}</p>
        {children}
      </div>
    );
  return (
    <p class="govuk-body">
      <RowLink id={row.id} names={names} />, written out above
    </p>
  );
}

function RowLink({ id, names }: { id: Uuid; names: Names }) {
  return (
    <a class="govuk-link" href={`#row-${id}`}>
      {names.ref(id)}
    </a>
  );
}

function ProvisionWords({ row, names }: { row: Provision; names: Names }) {
  return (
    <>
      <Said>{row.what}</Said>
      <Said label="Who">{row.who}</Said>
      <Said label="Ratio">{row.ratio}</Said>
      <Said label="How often">{row.frequency}</Said>
      <Said label="How long each time">{row.durationEachTime}</Said>
      <Said label="Review">{row.review}</Said>
      <Said label="Also">{row.text}</Said>
      <Said label="Prepares for adulthood">{row.preparesForAdulthood ? 'Yes' : ''}</Said>
      <Links label="Meets" ids={row.needIds} names={names} />
    </>
  );
}

function OutcomeWords({ row, names }: { row: Outcome; names: Names }) {
  return (
    <>
      <Said>{row.text}</Said>
      <Said label="Steps">{row.steps}</Said>
      <Said label="By when">{row.byWhen}</Said>
      <Said label="Progress">{row.monitoring ?? ''}</Said>
      <Said label="For adult life">{capital(row.adulthood ?? '')}</Said>
      <Links label="Through" ids={row.provisionIds} names={names} />
    </>
  );
}

function Said({ label, children }: { label?: string; children: string }) {
  if (children.trim() === '') return null;
  return (
    <p class="govuk-body">
      {label !== undefined && <strong>{label}: </strong>}
      <AsTyped>{children}</AsTyped>
    </p>
  );
}

function Links({ label, ids, names }: { label: string; ids: readonly Uuid[]; names: Names }) {
  if (ids.length === 0) return null;
  return (
    <p class="govuk-body">
      <strong>{label}: </strong>
      {ids.map((id, at) => (
        <>
          {at > 0 && ', '}
          <RowLink id={id} names={names} />
        </>
      ))}
    </p>
  );
}

function looseEndsIn({ content }: PlanView, words: ThreadWords) {
  return AREAS.flatMap((name) => {
    const area: Area = content.areas[name];
    const { unmet, meetingNothing, leadingNowhere, servedByNothing } = looseEnds(area);
    const say = (rows: readonly { id: Uuid }[], text: string) => rows.map(({ id }) => ({ id, text }));
    return [
      ...say(unmet, words.noProvision),
      ...say(meetingNothing, words.noNeed),
      ...say(leadingNowhere, words.leadsNowhere),
      ...say(servedByNothing, words.noHelp),
    ];
  });
}
