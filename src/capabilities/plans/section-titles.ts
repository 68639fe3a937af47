import { EDITABLE_SECTIONS, type EditableSection } from './sections.ts';

/** What each part of a draft is called where it is edited. */
export const SECTION_TITLES = {
  'personal details': 'Personal details',
  'main contacts': 'Main contacts',
  'services involved': 'Services currently involved',
  A1: 'Section A1: Summary of history',
  A2: 'Section A2: Views, interests and aspirations',
  'communication and interaction': 'Communication and interaction',
  'cognition and learning': 'Cognition and learning',
  'social, emotional and mental health': 'Social, emotional and mental health',
  'sensory and/or physical': 'Sensory and/or physical',
  health: 'Health care',
  'social care': 'Social care',
  J: 'Section J: Direct payments',
  K: 'Section K: Advice and information',
} as const satisfies Record<EditableSection, string>;

/** A section as an address has it: `sensory-and-or-physical`. */
export function slugOf(section: EditableSection): string {
  return section.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

export function sectionOfSlug(slug: string): EditableSection | undefined {
  return EDITABLE_SECTIONS.find((section) => slugOf(section) === slug);
}

/** Where a section, or what a refusal calls its field, is put right. */
export function sectionHref(planId: string, field: string): string {
  const section = EDITABLE_SECTIONS.find((one) => one === field);
  const slug = section === undefined ? '' : `/sections/${slugOf(section)}`;
  return field === 'areas' ? `/plans/${planId}#sections` : `/plans/${planId}${slug}`;
}

/** What a comment may be about, in the words of whoever chooses: the plan's own letters beside plain ones. */
export const ABOUT_WORDS = {
  ...SECTION_TITLES,
  'personal details': 'Personal details',
  A1: 'A1: history',
  A2: 'A2: views, interests and aspirations',
  health: 'Health needs and health care (Sections C and G)',
  'social care': 'Social care needs and support (Sections D and H)',
  'communication and interaction': 'Communication and interaction (Sections B, E and F)',
  'cognition and learning': 'Cognition and learning (Sections B, E and F)',
  'social, emotional and mental health': 'Social, emotional and mental health (Sections B, E and F)',
  'sensory and/or physical': 'Sensory and/or physical (Sections B, E and F)',
  setting: 'The nursery, school or college',
  'the whole draft': 'The whole draft',
} as const satisfies Record<EditableSection | 'setting' | 'the whole draft', string>;
