import { z } from 'zod';
import { type Citation, keepingSources } from './citing.ts';
import type { PlanFacts } from './facts.ts';
import type { Placement, PlanContent, Source } from './plan.ts';
import { content, day, placement, uuid } from './schema.ts';
import { stageOf } from './stage.ts';

/* A plan as a file that stands by itself: what it is, whose, which version, what it cites, and what it says. */

export const FORMAT = 'opensend-plan';
/** Raised by any change to what a file may hold: docs/plan-format.md says when, and what is still read. */
export const FORMAT_VERSION = 1;
/** The national template the content is laid out by: the one the Department for Education tested from 2023 to 2025. */
export const TEMPLATE = 'dfe-ehc-plan-testing-2023';

/** What a file that means to be a plan begins with, whatever version it is. */
export const claimSchema = z.looseObject({ format: z.literal(FORMAT) });

const number = z.int().min(1).max(1000);

export const planFileSchema = z
  .strictObject({
    format: z.literal(FORMAT),
    formatVersion: z.literal(FORMAT_VERSION),
    template: z.literal(TEMPLATE).describe('The national template the content is laid out by'),
    authority: z.strictObject({ code: z.int(), name: z.string() }),
    reference: z.string().describe('What the authority calls the case'),
    version: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('draft'), number }),
      z.strictObject({ kind: z.literal('final'), number, issuedOn: day, officer: z.string() }),
    ]),
    citations: z
      .array(
        z.strictObject({
          id: uuid,
          source: z.string().describe('Who wrote the report, and what it is called'),
          writtenOn: day.nullable(),
          pages: z.array(z.int()).readonly().nullable(),
          place: z.string().nullable(),
        }),
      )
      .describe('The reports its statements cite: those whose citationId is in their sources'),
    content: z.strictObject({
      ...content,
      sectionI: placement.nullable().describe('Null in every draft (s. 38(5)), and in no final plan'),
    }),
  })
  .meta({ title: 'An education, health and care plan', description: 'See docs/plan-format.md' });

export type PlanFile = Omit<z.output<typeof planFileSchema>, 'content'> & {
  content: PlanContent & { sectionI: Placement | null };
};

type Version = PlanFile['version'];

/** What a file says of a plan: its version as its readers may have it, and the citations they may know of. */
export type Filed = {
  authority: PlanFile['authority'];
  reference: string;
  version: Version;
  citations: readonly Citation[];
  content: PlanFile['content'];
};

/** The text of the file. The same plan gives the same text, whoever asks and whenever. */
export function planFileText({ authority, reference, version, citations, content: says }: Filed): string {
  const file = planFileSchema.parse({
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    template: TEMPLATE,
    authority: { code: authority.code, name: authority.name },
    reference,
    version,
    // Where a report is kept is this service's own affair.
    citations: citations.map(({ documentId: _, ...citation }) => citation),
    content: says,
  });
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The version staff have: the final plan once there is one, otherwise the draft being written. */
export function currentVersion(facts: PlanFacts): Pick<Filed, 'version' | 'content'> {
  const { issued, working } = facts;
  if (issued === null)
    return { version: { kind: 'draft', number: draftNumber(facts) }, content: working.content };
  const { version: number, issuedOn, officer, content: says } = issued;
  return { version: { kind: 'final', number, issuedOn, officer }, content: says };
}

/** What a family has: the plan in force, or the draft last served on it; null until one is. */
export function familyVersion({ inForce, served }: PlanFacts): Pick<Filed, 'version' | 'content'> | null {
  if (inForce !== null) {
    const { version: number, issuedOn, officer, content: says } = inForce;
    return { version: { kind: 'final', number, issuedOn, officer }, content: says };
  }
  return served && { version: { kind: 'draft', number: served.number }, content: served.content };
}

/** The content without a trace of any report its reader may not know of. */
export function citingOnly<C extends PlanContent>(says: C, shown: readonly Citation[]): C {
  const known = new Set(shown.map(({ id }) => id));
  const keeps = (source: Source) => !('citationId' in source) || known.has(source.citationId);
  return { ...says, areas: keepingSources(says.areas, keeps) };
}

/** The number of the draft being written, or of the one with the family. */
export function draftNumber(facts: PlanFacts): number {
  const stage = stageOf(facts);
  const writing = stage === 'drafting' || stage === 'redrafting';
  return (facts.served?.number ?? facts.draftsBefore) + (writing || facts.served === null ? 1 : 0);
}

/** Where the JSON Schema of the file is published. A version's address is never another's. */
export const planSchemaPath = `/plan-schema/${FORMAT_VERSION}.json`;

/** The published JSON Schema of the file. */
export function planJsonSchema(): unknown {
  return { $id: planSchemaPath, ...z.toJSONSchema(planFileSchema, { io: 'input' }) };
}
