import { SummaryList, Tag } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { ShownPart } from '../shown.ts';
import { FRESHNESS_NAMES, PART_NAMES } from '../words.ts';

const COLOURS = { fresh: 'green', ageing: 'yellow', stale: 'red' } as const;

type Props = {
  says: readonly ShownPart[];
  settingId: string;
  forStaff: boolean;
  /** Whoever reads may write down what it told them. */
  mayBeTold: boolean;
  priced: boolean;
};

/** What a setting says of itself, each part with the day it said so and how old that is. */
export function WhatItSays({ says, settingId, forStaff, mayBeTold, priced }: Props) {
  return (
    <>
      {says.length > 0 && <Says says={says} />}
      {forStaff && (mayBeTold || priced) && (
        <ul class="govuk-list">
          {mayBeTold && (
            <li>
              <a class="govuk-link" href={`/settings/${settingId}/told`}>
                Write down what it told you
              </a>
            </li>
          )}
          {priced && (
            <li>
              <a class="govuk-link" href={`/settings/${settingId}/prices`}>
                Its prices
              </a>
            </li>
          )}
        </ul>
      )}
    </>
  );
}

function Says({ says }: { says: readonly ShownPart[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">What the setting says</h2>
      <p class="govuk-body">
        The setting said this on the day shown, and it may have changed since. A place that is not free now
        never stops you asking for the setting.
      </p>
      <SummaryList
        rows={says.map((shown) => ({
          key: PART_NAMES[shown.part],
          value: <Said shown={shown} />,
        }))}
      />
    </>
  );
}

/** One part's lines, with the day they were said. */
export function Said({ shown, by }: { shown: ShownPart; by?: string | undefined }) {
  const { lines, saidOn, toldTo, freshness } = shown;
  return (
    <>
      {lines.length === 1 ? (
        <p class="govuk-body govuk-!-margin-bottom-1 opensend-as-typed">{lines[0]}</p>
      ) : (
        <ul class="govuk-list govuk-!-margin-bottom-1">
          {lines.map((line) => (
            <li class="opensend-as-typed">{line}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        Said on {sayDate(saidOn)}
        {by !== undefined && ` by ${by}`}
        {toldTo !== null && `, told to ${toldTo}`}{' '}
        {freshness !== 'fresh' && <Tag colour={COLOURS[freshness]}>{FRESHNESS_NAMES[freshness]}</Tag>}
      </p>
    </>
  );
}
