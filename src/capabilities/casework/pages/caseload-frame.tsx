import type { ComponentChildren } from 'preact';
import {
  ErrorSummary,
  type FieldErrors,
  Layout,
  type PageContext,
  SubNavigation,
} from '../../../design-system/index.ts';
import { sayNumber } from '../../../shared/words.ts';

const PARTS = {
  '/caseload': 'Who has how much',
  '/caseload/complexity': 'How heavy',
  '/caseload/stages': 'Where cases wait',
  '/caseload/late': 'What was late',
  '/caseload/answers': 'Answers to families',
  '/caseload/families': 'What it takes families',
} as const;
export type CaseloadPart = keyof typeof PARTS;

type Props = {
  page: PageContext;
  part: CaseloadPart;
  title: string;
  errors?: FieldErrors;
  children: ComponentChildren;
};

/** What stands around every report on the team's work. */
export function CaseloadFrame({ page, part, title, errors = {}, children }: Props) {
  return (
    <Layout title={title} page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <SubNavigation
        label="The team’s work"
        items={Object.entries(PARTS).map(([href, text]) => ({ href, text, active: href === part }))}
      />
      {children}
    </Layout>
  );
}

export function number(count: number): string {
  return sayNumber(count);
}

export function inDays(count: number): string {
  return count === 1 ? '1 day' : `${number(count)} days`;
}
