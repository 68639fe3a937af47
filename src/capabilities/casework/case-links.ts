import type { Case } from './case.ts';

export type Link = { href: string; text: string };
/** What comes next: `quiet` where nothing has to be done and something may. */
export type NextLink = Link & { quiet?: true };
export type LinkGroup = { title: string; links: readonly Link[] };

/** What the reader's roles let them open, beyond what any of the staff may. */
export type MayOpen = { audits: boolean; caseworker: boolean };

/** Everything there is to open on a child's file, by what it is about. */
export function linksOf(current: Case | undefined, may: MayOpen): LinkGroup[] {
  if (current === undefined) return [];
  const { childId, requestId, assessmentId, planId } = current;
  const at = `/cases/${childId}`;
  return [
    {
      title: 'The case',
      links: [
        { href: `/requests/${requestId}`, text: 'Request' },
        ...(assessmentId === null ? [] : [{ href: `/assessments/${assessmentId}`, text: 'Assessment' }]),
        ...(planId === null ? [] : [{ href: `/plans/${planId}`, text: 'Plan' }]),
        { href: `${at}/placements`, text: 'Placements' },
        ...(planId === null || !may.audits ? [] : [{ href: `${at}/audits`, text: 'Audits of the plan' }]),
        { href: `${at}/exceptions`, text: 'Lawful exceptions' },
        ...(may.caseworker ? [{ href: `${at}/caseworker`, text: 'Caseworker' }] : []),
      ],
    },
    {
      title: 'Child and family',
      links: [
        { href: `${at}/people`, text: 'People' },
        { href: `${at}/particulars`, text: 'Particulars' },
        { href: `/children/${childId}/voice`, text: 'What they say themselves' },
        { href: `${at}/rights`, text: 'Rights' },
        { href: `${at}/consents`, text: 'Consents' },
        { href: `${at}/merges`, text: 'Merged files' },
      ],
    },
    {
      title: 'Keeping in touch',
      links: [
        { href: `${at}/messages`, text: 'Messages' },
        { href: `${at}/updates`, text: 'How often the family is told' },
        { href: `${at}/invitations`, text: 'People the family invited' },
        { href: `${at}/experience`, text: 'How it went' },
        { href: `${at}/pack`, text: 'Packs to print and post' },
      ],
    },
  ];
}

/** Where the step a case is at is done; null where nothing is due. Whether the law lets it be done yet is said there. */
export function nextLink(
  { step, requestId, assessmentId, planId }: Case,
  beingAmended: boolean,
): NextLink | null {
  switch (step) {
    case 'file to open':
      return { href: `/requests/${requestId}`, text: 'Settle whose file this is' };
    case 'decide whether to assess':
      return { href: `/requests/${requestId}/decision`, text: 'Decide whether to assess' };
    case 'assess':
      return assessmentId === null
        ? null
        : { href: `/assessments/${assessmentId}`, text: 'Carry on with the assessment' };
    case 'make the plan':
      return planId === null ? null : { href: `/plans/${planId}`, text: 'Carry on with the plan' };
    case 'amend the plan':
      return planId === null ? null : { href: `/plans/${planId}`, text: 'Carry on with the amendment' };
    case 'plan issued':
      if (planId === null) return null;
      // Before its notice the family knows of no amendment, and the step says nothing of one.
      return beingAmended
        ? { href: `/plans/${planId}`, text: 'Carry on with the amendment' }
        : { href: `/plans/${planId}/amendments`, text: 'Amend the plan', quiet: true };
    case 'closed':
      return null;
  }
}
