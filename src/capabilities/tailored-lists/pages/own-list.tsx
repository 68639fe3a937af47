import {
  AsTyped,
  Button,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Criteria } from '../criteria.ts';
import type { KeptList, Saying } from '../kept-list.ts';
import type { Look, Shown } from '../shown.ts';
import { ownListInEasyRead } from './easy-read/own-list.ts';
import { howMade } from './list.tsx';
import { TheCriteria, TheRight, TheSettings } from './parts.tsx';

export type OwnListProps = {
  page: PageContext;
  childId: string;
  childName: string;
  /** Null until one has been made, and then everything of it is. */
  made: { list: KeptList; criteria: Criteria; shown: Shown } | null;
  look: Look;
  /** What they put on it since. */
  added: readonly Saying[];
  declined: Saying | null;
};

export const OwnListPage = inEasyRead(OwnList, ownListInEasyRead);

/** The family's newest list: what is on it, what is not and why, and what they may do with it. */
function OwnList({ page, childId, childName, made, look, added, declined }: OwnListProps) {
  const at = `/family/${childId}/tailored-list`;
  const title = `Settings that may suit ${childName}`;
  // Whoever the family invited reads it, and says nothing for them.
  const says = page.onlyReads !== true;
  return (
    <Layout title={title} page={page} backLink={{ href: `/family/${childId}`, text: 'Where things are' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <TheRight family />
      {says && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/family/${childId}/plan/preference`}>
            Ask for a nursery, school or college
          </a>
        </p>
      )}
      {made === null ? (
        <p class="govuk-body">No list has been made yet. You do not need one to ask for a setting.</p>
      ) : (
        <>
          {declined !== null && (
            <InsetText>
              You said on {sayDate(declined.on)} that you want no list. Nothing else has changed: you may
              still ask for any setting, and the list is still here to read.
            </InsetText>
          )}
          <p class="govuk-body">{howMade(made.list)}</p>
          <Added added={added} />
          {says && (
            <p class="govuk-body">
              <Button href={`${at}/additions`} classes="govuk-button--secondary">
                Add a setting
              </Button>
            </p>
          )}
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`${at}/comparison`}>
                Put settings side by side
              </a>
            </li>
            {says && (
              <li>
                <a class="govuk-link" href={`${at}/decline`}>
                  Say that you want no list
                </a>
              </li>
            )}
          </ul>
          <TheSettings shown={made.shown} look={look} at={at} settingAt={(id) => `${at}/settings/${id}`} />
          <TheCriteria criteria={made.criteria} bands={made.list.bands} />
        </>
      )}
    </Layout>
  );
}

function Added({ added }: { added: readonly Saying[] }) {
  if (added.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">You added</h2>
      <ul class="govuk-list govuk-list--bullet">
        {added.map((one) => (
          <li key={one.id}>
            {one.settingName}, {sayDate(one.on)}
            {one.words !== '' && <AsTyped>{one.words}</AsTyped>}
          </li>
        ))}
      </ul>
      <p class="govuk-body">The next list we make puts these first.</p>
    </>
  );
}
