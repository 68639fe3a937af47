import { accepted, type Result, refused } from '../../shared/result.ts';
import { AREAS, type Area, type DraftContent, type EducationArea, type PlanContent } from './plan.ts';

/** The parts of a draft that one person edits at a time. Section I is not among them. */
export const EDITABLE_SECTIONS = [
  'personal details',
  'main contacts',
  'services involved',
  'A1',
  'A2',
  ...AREAS,
  'J',
  'K',
] as const;
export type EditableSection = (typeof EDITABLE_SECTIONS)[number];

/** The draft being written. Each section has its own version, so two people writing two sections do not collide. */
export type WorkingDraft = {
  content: DraftContent;
  versions: Readonly<Record<EditableSection, number>>;
};

/** One section, whole, as its editor left it. */
export type SectionEdit =
  | { section: 'personal details'; value: PlanContent['personalDetails'] }
  | { section: 'main contacts'; value: PlanContent['mainContacts'] }
  | { section: 'services involved'; value: PlanContent['servicesInvolved'] }
  | { section: 'A1'; value: string }
  | { section: 'A2'; value: PlanContent['a2'] }
  | { section: EducationArea; value: Area<'F'> }
  | { section: 'health'; value: Area<'G'> }
  | { section: 'social care'; value: Area<'H1' | 'H2'> }
  | { section: 'J'; value: Pick<PlanContent, 'directPayments' | 'personalBudget'> }
  | { section: 'K'; value: PlanContent['advice'] };

/**
 * Replaces one section of the draft and raises that section's version. Takes the version the editor began from, and
 * refuses when the section has moved on since, so that neither person's words are lost: show both. Refuses a text too
 * long to be read.
 */
export function replaceSection(
  draft: WorkingDraft,
  edit: SectionEdit,
  version: number,
): Result<WorkingDraft> {
  const current = draft.versions[edit.section];
  if (current !== version) {
    return refused(
      'version',
      'Someone else has changed this section since you opened it. Compare the two, then save the one to keep',
    );
  }
  if (longestText(edit.value) > MAX_TEXT) {
    return refused(edit.section, 'Shorten this to 20,000 characters or fewer');
  }
  const versions = { ...draft.versions, [edit.section]: current + 1 };
  return accepted({ content: withSection(draft.content, edit), versions });
}

export function firstVersions(): WorkingDraft['versions'] {
  return {
    'personal details': 1,
    'main contacts': 1,
    'services involved': 1,
    A1: 1,
    A2: 1,
    'communication and interaction': 1,
    'cognition and learning': 1,
    'social, emotional and mental health': 1,
    'sensory and/or physical': 1,
    health: 1,
    'social care': 1,
    J: 1,
    K: 1,
  };
}

/** The longest text a draft keeps. */
export const MAX_TEXT = 20_000;

function longestText(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((longest, inner) => Math.max(longest, longestText(inner)), 0);
}

/** The draft with one section replaced, whatever its version. */
export function withSection(content: DraftContent, edit: SectionEdit): DraftContent {
  switch (edit.section) {
    case 'personal details':
      return { ...content, personalDetails: edit.value };
    case 'main contacts':
      return { ...content, mainContacts: edit.value };
    case 'services involved':
      return { ...content, servicesInvolved: edit.value };
    case 'A1':
      return { ...content, a1: edit.value };
    case 'A2':
      return { ...content, a2: edit.value };
    case 'J': {
      const { personalBudget: _, ...rest } = content;
      return { ...rest, ...edit.value };
    }
    case 'K':
      return { ...content, advice: edit.value };
    default:
      return { ...content, areas: { ...content.areas, [edit.section]: edit.value } };
  }
}
