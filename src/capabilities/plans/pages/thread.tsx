import { inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import type { AreaName } from '../plan.ts';
import { GoldenThread, NO_NEEDS, type PlanView, stampOf, type ThreadWords } from '../rendering/index.ts';
import { threadInEasyRead } from './easy-read/thread.ts';

export type ThreadProps = {
  page: PageContext;
  view: PlanView;
  back: { href: string; text: string };
  /** A family is not asked to know what the sections are called. */
  reader: 'family' | 'professional';
};

/** The plan need by need, to read or print: for whoever reads the plan, from what they may have of it. */
export const ThreadPage = inEasyRead(ThreadToRead, threadInEasyRead);

function ThreadToRead({ page, view, back, reader }: ThreadProps) {
  return (
    <Layout title="The plan, need by need" page={page} backLink={back}>
      <div class="opensend-stamped">
        <h1 class="govuk-heading-l">The plan, need by need</h1>
        <p class="govuk-body opensend-stamp">
          {[view.reference, stampOf(view)].filter((words) => words !== '').join(', ')}
          {view.version.kind === 'draft' && '. This is not a final plan.'}
        </p>
        <p class="govuk-body">
          {reader === 'family'
            ? 'Each need, with the help for it and what should come of that help.'
            : 'Each need, with the provision that meets it and the outcomes it leads to.'}{' '}
          Everything is written out once. After that its name, such as F1, leads to it.
        </p>
        <GoldenThread view={view} words={reader === 'family' ? FAMILY : PROFESSIONAL} />
      </div>
    </Layout>
  );
}

const SECTIONS = {
  'communication and interaction': ['special educational need', 'F: special educational provision'],
  'cognition and learning': ['special educational need', 'F: special educational provision'],
  'social, emotional and mental health': ['special educational need', 'F: special educational provision'],
  'sensory and/or physical': ['special educational need', 'F: special educational provision'],
  health: ['health care need', 'G: health care provision'],
  'social care': ['social care need', 'H1 and H2: social care provision'],
} as const satisfies Record<AreaName, readonly [string, string]>;

const PROFESSIONAL: ThreadWords = {
  need: (area) => SECTIONS[area][0],
  provision: (area) => SECTIONS[area][1],
  outcome: 'E: outcomes',
  noNeedTitle: 'No need',
  noNeed: 'This provision meets no need in the plan',
  noProvision: 'No provision meets this need',
  noOutcome: 'No outcome follows',
  noHelp: 'No provision serves this outcome',
  leadsNowhere: 'No outcome follows from this provision',
  apart: 'This outcome is joined to no need',
  nothing: (area) => NO_NEEDS[area],
};

const FAMILY: ThreadWords = {
  need: () => 'what is needed',
  provision: () => 'The help for it',
  outcome: 'What should come of it',
  noNeedTitle: 'No need is given',
  noNeed: 'The plan does not say which need this help is for',
  noProvision: 'The plan does not say what help there is for this need',
  noOutcome: 'The plan does not say what should come of this',
  noHelp: 'The plan does not say what help will lead to this',
  leadsNowhere: 'The plan does not say what should come of this help',
  apart: 'The plan does not say which need this is for',
  nothing: () => 'The plan says nothing here.',
};
