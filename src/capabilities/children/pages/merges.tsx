import {
  AsTyped,
  Button,
  Input,
  InsetText,
  type PageContext,
  Radios,
  SummaryList,
  Textarea,
  WarningText,
} from '../../../design-system/index.ts';
import { englishDay, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Match, STRENGTHS } from '../matching.ts';
import type { Merge } from '../merging.ts';
import { Ask, type Filled, Frame, type Of } from './frame.tsx';

/** A record of a child, as it was before it was merged. */
export type Recorded = {
  id: string;
  name: string;
  bornOn: PlainDate;
  upn: string | null;
  address: string;
  references: readonly string[];
};

type ListProps = {
  page: PageContext;
  of: Of;
  merges: readonly Merge[];
  recorded: ReadonlyMap<string, Recorded>;
  mayChange: boolean;
};

/** The history of a child's files: which were merged, by whom, when and why, and which were taken apart again. */
export function MergesPage({ page, of, merges, recorded, mayChange }: ListProps) {
  return (
    <Frame {...{ page, of }} title="Merged files" back={`/cases/${of.childId}`}>
      {merges.length === 0 && <p class="govuk-body">No file has been merged into this one.</p>}
      {merges.map((merge) => (
        <SummaryList
          key={merge.id}
          card={{
            title: `${recorded.get(merge.fromId)?.name ?? 'A file'} into ${recorded.get(merge.toId)?.name ?? 'a file'}`,
            actions: {
              items:
                mayChange && merge.ended === null
                  ? [{ href: `/cases/${of.childId}/merges/${merge.id}/end`, text: 'Take apart' }]
                  : [],
            },
          }}
          rows={[
            { key: 'Merged', value: `${sayDate(englishDay(merge.at))}, by ${merge.by}` },
            { key: 'Why', value: <AsTyped>{merge.why}</AsTyped> },
            { key: 'As it was recorded', value: <Record record={recorded.get(merge.fromId)} /> },
            ...(merge.ended === null
              ? []
              : [
                  {
                    key: 'Taken apart',
                    value: `${sayDate(englishDay(merge.ended.at))}, by ${merge.ended.by}`,
                  },
                  { key: 'Why it was taken apart', value: <AsTyped>{merge.ended.why}</AsTyped> },
                ]),
          ]}
        />
      ))}
      {mayChange && (
        <Button href={`/cases/${of.childId}/merges/new`} classes="govuk-button--secondary">
          Merge this file into another
        </Button>
      )}
    </Frame>
  );
}

function Record({ record }: { record: Recorded | undefined }) {
  if (record === undefined) return <>Not shown</>;
  const { name, bornOn, upn, address, references } = record;
  return (
    <>
      {name}, born {sayDate(bornOn)}, {upn === null ? 'no UPN' : `UPN ${upn}`}
      {address === '' ? '' : `, ${address}`}
      {references.length > 0 && (
        <>
          <br />
          Requests: {references.join(', ')}
        </>
      )}
    </>
  );
}

type MergeProps = {
  page: PageContext;
  of: Of;
  form: Filled;
  likely: readonly { id: string; name: string; bornOn: PlainDate; match: Match }[];
  /** Those on this file whom nobody has checked: they are not carried. */
  unchecked: readonly string[];
};

/** Merging this file into the one that is to stand for the child. */
export function MergePage({ page, of, form, likely, unchecked }: MergeProps) {
  const { typed, errors } = form;
  return (
    <Ask
      {...{ page, of, form }}
      action={`/cases/${of.childId}/merges/new`}
      title="Merge this file into another"
    >
      <InsetText>
        Everything on both files is shown on the one you choose. Addresses and references of this one go on
        working. It can be taken apart again.
      </InsetText>
      {unchecked.length > 0 && (
        <WarningText>
          Nobody has checked who {unchecked.join(' and ')} {unchecked.length === 1 ? 'is' : 'are'}. After the
          merge they are sent nothing, and cannot follow the case, until somebody has. You can check them
          first, under People.
        </WarningText>
      )}
      <Radios
        name="into"
        fieldset={{
          legend: { text: 'Which file should stand for the child?', classes: 'govuk-fieldset__legend--m' },
        }}
        errorMessage={errors['into']}
        value={typed['into']}
        items={[
          ...likely.map(({ id, name, bornOn, match }) => ({
            value: id,
            text: `${name}, born ${sayDate(bornOn)}`,
            hint: `${STRENGTHS[match.strength].label}. ${STRENGTHS[match.strength].means} ${[...match.reasons, ...match.against].join('. ')}.`,
          })),
          { value: 'reference', text: 'Another, by the reference of a request on it' },
        ]}
      />
      <Input
        name="reference"
        label="Reference, if it is another"
        hint="For example, R-7K2M-9QXA"
        classes="govuk-input--width-10"
        errorMessage={errors['reference']}
        value={typed['reference']}
      />
      <Textarea
        name="why"
        label="How do you know that they are the same child?"
        hint="A name and a birth date are never enough"
        rows={4}
        errorMessage={errors['why']}
        value={typed['why']}
      />
      <Button preventDoubleClick>Merge the files</Button>
    </Ask>
  );
}

/** Taking two merged files apart. */
export function TakeApartPage(props: { page: PageContext; of: Of; form: Filled; merge: Merge }) {
  const { page, of, form, merge } = props;
  return (
    <Ask
      {...{ page, of, form }}
      action={`/cases/${of.childId}/merges/${merge.id}/end`}
      title="Take the files apart"
    >
      <p class="govuk-body">
        Merged by {merge.by} on {sayDate(englishDay(merge.at))}. Why: <AsTyped>{merge.why}</AsTyped>
      </p>
      <InsetText>
        Each file shows again what was recorded on it, and its people go back to it. What was recorded since
        stays on the file it was recorded on. Whoever was restricted stays restricted. Anyone following with a
        code asks for another.
      </InsetText>
      <Textarea
        name="why"
        label="Why are they not the same child?"
        rows={4}
        errorMessage={form.errors['why']}
        value={form.typed['why']}
      />
      <Button preventDoubleClick classes="govuk-button--warning">
        Take them apart
      </Button>
    </Ask>
  );
}
