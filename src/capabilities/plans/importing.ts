import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { canonicalJson, changesBetween } from './changes.ts';
import { needsReason } from './changing.ts';
import { keepingSources, rowsOf } from './citing.ts';
import type { PlanFacts } from './facts.ts';
import { AREAS, type DraftContent, type PersonalDetails, type Source } from './plan.ts';
import type { PlanFile } from './plan-file-schema.ts';
import { EDITABLE_SECTIONS, type WorkingDraft } from './sections.ts';

/** Whose file the plan is on, and what on it a statement or a contact may point at. */
export type OnFile = {
  names: Pick<PersonalDetails, 'forename' | 'surname' | 'dateOfBirth'>;
  citationIds: readonly Uuid[];
  personIds: readonly Uuid[];
};

/** What a file said that this draft cannot hold, by how many. */
export type LeftOut = { sources: number; advice: number; setting: number };

export type Imported = { working: WorkingDraft; leftOut: LeftOut };

/**
 * The draft with what a plan file says in its place. Section I stays empty (s. 38(5)) and Section K stays this assessment's
 * own; what points at advice, a report or a person that is not on this child's file is left out, and counted. Refuses a final
 * plan, a draft that is with the family, and a file about somebody else.
 */
export function importDraft(facts: PlanFacts, file: PlanFile, onFile: OnFile): Result<Imported> {
  if (facts.issued !== null) return refused('file', 'This plan is final. Start an amendment to change it');
  if (needsReason(facts))
    return refused('file', 'The family has this draft. Start a new draft first, then bring the file in');
  const { content } = facts.working;
  if (!isAbout(file.content.personalDetails, [content.personalDetails, onFile.names]))
    return refused(
      'file',
      'The name or date of birth in this file is not this child’s. Check that it is the right file',
    );
  const { kept, sources } = withKnownSources(file.content.areas, content, onFile);
  const own = new Set(content.advice.map(({ adviceId }) => adviceId));
  const told = new Map(file.content.advice.map((entry) => [entry.adviceId, entry.appended]));
  const { sectionI, ...says } = file.content;
  const next: DraftContent = {
    ...says,
    sectionI: null,
    areas: kept,
    advice: content.advice.map((entry) => ({
      ...entry,
      appended: told.get(entry.adviceId) ?? entry.appended,
    })),
    mainContacts: says.mainContacts.map((contact) => ({
      ...contact,
      personId: onFile.personIds.find((id) => id === contact.personId) ?? null,
    })),
  };
  const leftOut = {
    sources,
    advice: file.content.advice.filter(({ adviceId }) => !own.has(adviceId)).length,
    setting: sectionI === null ? 0 : 1,
  };
  return accepted({ working: replaced(facts.working, next), leftOut });
}

/** Each part that now says something else moves on, so that somebody writing it meanwhile is told. */
function replaced({ content, versions }: WorkingDraft, next: DraftContent): WorkingDraft {
  const changed = new Set(changesBetween(content, next).map(({ section }) => section));
  const moved = EDITABLE_SECTIONS.filter((section) => changed.has(section));
  const raised = Object.fromEntries(moved.map((section) => [section, versions[section] + 1]));
  return { content: next, versions: { ...versions, ...raised } };
}

function isAbout(file: PersonalDetails, known: readonly OnFile['names'][]): boolean {
  return known.some(
    ({ forename, surname, dateOfBirth }) =>
      dateOfBirth === file.dateOfBirth &&
      folded(surname) === folded(file.surname) &&
      (folded(forename) === folded(file.forename) ||
        folded(forename) === folded(`${file.forename} ${file.middleNames}`)),
  );
}

/** A name without its accents, capitals and spacing: two systems seldom write them alike. */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\p{M}\s'’-]/gu, '')
    .toLowerCase();
}

function withKnownSources(areas: DraftContent['areas'], { advice }: DraftContent, { citationIds }: OnFile) {
  const known = new Set([...citationIds, ...advice.map(({ adviceId }) => adviceId)]);
  const kept = keepingSources(areas, (source) => known.has(idOf(source)));
  return { kept, sources: countSources(areas) - countSources(kept) };
}

function idOf(source: Source): Uuid {
  return 'citationId' in source ? source.citationId : source.adviceId;
}

function countSources(areas: DraftContent['areas']): number {
  return AREAS.flatMap((name) => rowsOf(areas[name])).reduce((sum, { sources }) => sum + sources.length, 0);
}

/** What was left out, in words; nothing when nothing was. */
export function sayLeftOut({ sources, advice, setting }: LeftOut): string[] {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  return [
    ...(sources === 0
      ? []
      : [
          `${count(sources, 'citation', 'citations')} of advice or reports that this child’s file does not have`,
        ]),
    ...(advice === 0
      ? []
      : [`${count(advice, 'row', 'rows')} of Section K: it lists the advice of this assessment`]),
    ...(setting === 0 ? [] : ['Section I: a draft names no setting']),
  ];
}

/** What the draft said when it was opened: a file brought in over somebody's later words is refused. */
export function draftToken(content: DraftContent, hash: (text: string) => string): string {
  return hash(canonicalJson(content));
}
