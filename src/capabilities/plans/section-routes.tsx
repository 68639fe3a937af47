import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn, partIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { type Typed, tooLong, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { listVoices } from '../voices/index.ts';
import { findBeside } from './beside-store.ts';
import { answerableComments, type Because, changeSection, needsReason } from './changing.ts';
import { type Beside, checkDraft, type Placed } from './checking.ts';
import { listCitations } from './citing-store.ts';
import { citedWords } from './citing-words.ts';
import type { PlanFacts } from './facts.ts';
import type { Why } from './history-store.ts';
import { copyInUse, writingHere } from './kept-copy-routes.tsx';
import { dropCopy } from './kept-copy-store.ts';
import { references } from './links.ts';
import { AreaPage } from './pages/area.tsx';
import { type Asking, OWN_CHANGE } from './pages/because.tsx';
import { SectionPage } from './pages/section.tsx';
import { AREAS, type AreaName } from './plan.ts';
import { beginAgain, openPlanPage, readsFile, staff, staffName } from './plan-routes.tsx';
import { happened, openForActing } from './post.ts';
import { readFamilyDiscussions } from './remarks/discussing.ts';
import { commentsIn } from './remarks/remark.ts';
import { listRemarks } from './remarks/store.ts';
import { readSection, sectionFields, typedOf } from './section-form.ts';
import { SECTION_TITLES, sectionHref, sectionOfSlug, slugOf } from './section-titles.ts';
import type { EditableSection, SectionEdit } from './sections.ts';
import { type Plan, saveWorking } from './store.ts';
import { listSuggestions } from './suggestion-store.ts';
import { waitingByRow } from './waiting.ts';

/** A draft is written section by section: each a form of its own, each area a page of its rows. */
export function sectionRoutes(app: FastifyInstance, services: Services): void {
  app.get('/plans/:planId/sections/:section', { config: readsFile }, async (request, reply) => {
    const section = sectionOf(request);
    return isArea(section)
      ? showArea(request, reply, services, section)
      : showForm(request, reply, services, { section });
  });
  app.get('/plans/:planId/sections/:section/strengths', { config: readsFile }, async (request, reply) =>
    showForm(request, reply, services, { section: areaOf(request) }),
  );

  const save = async (request: FastifyRequest, reply: FastifyReply, section: EditableSection) => {
    const typed = typedIn(request.body);
    const done = await saveSectionOnce(request, services, section, typed);
    if (done.ok) return reply.redirect(done.value, 303);
    return showForm(request, reply, services, {
      section,
      sent: { typed, errors: { [done.field]: done.message } },
    });
  };
  app.post('/plans/:planId/sections/:section', { config: { access: staff } }, (request, reply) => {
    return save(request, reply, formOf(request));
  });
  app.post('/plans/:planId/sections/:section/strengths', { config: { access: staff } }, (request, reply) =>
    save(request, reply, areaOf(request)),
  );
}

/** Saves what a section's form says; of an area, its strengths. */
export async function saveSectionOnce(
  request: FastifyRequest,
  services: Services,
  section: EditableSection,
  typed: Typed,
): Promise<Outcome> {
  const long = tooLong(typed);
  if (long !== null) return long;
  const planId = idIn(request, 'planId');
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, planId);
    const edit = readSection(section, typed, facts.working.content);
    if (!edit.ok) return edit;
    const by = staffName(request);
    const how = { version: Number(typed['version']), because: becauseOf(typed) };
    const changed = await change(tx, services, { plan, facts, by }, edit.value, how);
    if (!changed.ok) return changed;
    await dropCopy(tx, planId, keptForm(section));
    return { ok: true, value: isArea(section) ? sectionHref(planId, section) : `/plans/${planId}` };
  });
}

type Changing = { plan: Plan; facts: PlanFacts; by: string };

/** Changes a section of the draft and records it; the authority's own change to a draft that was served begins a new one. */
export async function change(
  tx: Tx,
  services: Services,
  { plan, facts, by }: Changing,
  edit: SectionEdit,
  how: { version: number; because: Because; why?: Why },
) {
  const changed = changeSection(facts, edit, how.version, how.because);
  if (!changed.ok) return changed;
  if (changed.value.beginsNewDraft) await beginAgain(tx, plan, by, englishDay(services.now()));
  await saveWorking(tx, plan, { ...changed.value, why: how.why }, services.now());
  await happened(tx, plan, 'draft changed', plan.id, { data: { section: edit.section } });
  return changed;
}

/** Why a change is made, as its form says it. */
export function becauseOf(typed: Typed): Because {
  const because = typed['because'] ?? '';
  if (because === OWN_CHANGE) return { kind: 'our own change' };
  return isUuid(because) ? { kind: 'comment', representationId: because } : null;
}

export function askingOf(facts: PlanFacts): Asking {
  return needsReason(facts) ? { comments: answerableComments(facts) } : null;
}

async function showForm(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { section, sent }: { section: EditableSection; sent?: { typed: Typed; errors: FieldErrors } },
) {
  const { of, facts, shown } = await openPlanPage(request, async (tx, plan, now) => {
    const was = { plan, form: keptForm(section), saved: typedOf(section, now.working.content) };
    return { here: await writingHere(tx, services, was), beside: await findBeside(tx, plan, now) };
  });
  const { here, beside } = shown;
  const { content, versions } = facts.working;
  const saved = typedOf(section, content);
  const copy = sent === undefined ? copyInUse(request, here) : null;
  const overtaken = sent?.errors['version'] !== undefined;
  const area = isArea(section);
  // What the child says for themself is put beside where their views are written.
  const voices = section === 'A2' ? await request.act((tx) => listVoices(tx, of.childId)) : [];
  const action = sectionHref(of.planId, section) + (area ? '/strengths' : '');
  return reply.page(
    <SectionPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      title={area ? `${SECTION_TITLES[section]}: strengths` : SECTION_TITLES[section]}
      action={action}
      fields={sectionFields(section, content)}
      version={copy === null ? versions[section] : Number(copy.fields['version'])}
      typed={sent?.typed ?? copy?.fields ?? saved}
      here={sent === undefined ? here : { ...here, copy: null }}
      inUse={copy !== null}
      errors={sent?.errors ?? {}}
      asking={askingOf(facts)}
      theirs={overtaken ? saved : null}
      findings={area ? [] : findingsIn(services, facts, { section, beside })}
      voices={voices}
    />,
    sent === undefined ? 200 : overtaken ? 409 : 400,
  );
}

async function showArea(request: FastifyRequest, reply: FastifyReply, services: Services, name: AreaName) {
  const { of, facts, shown } = await openPlanPage(request, async (tx, plan, facts) => ({
    citations: await listCitations(tx, plan.id),
    suggestions: await listSuggestions(tx, plan.id, facts.representations),
    comments: commentsIn(await listRemarks(tx, plan.id)),
    beside: await findBeside(tx, plan, facts),
    discussions: await readFamilyDiscussions(tx, plan.id, facts),
  }));
  const { content } = facts.working;
  return reply.page(
    <AreaPage
      page={request.pageContext()}
      of={of}
      title={SECTION_TITLES[name]}
      at={sectionHref(of.planId, name)}
      area={content.areas[name]}
      names={references(content)}
      findings={findingsIn(services, facts, { section: name, beside: shown.beside })}
      canChange={facts.issued === null}
      waiting={waitingByRow(of.planId, facts, shown)}
      unplaced={shown.beside.unplacedNeeds.filter(({ area }) => area === name)}
      cited={(sources) => citedWords(content, sources, shown.citations)}
    />,
  );
}

/** Which form a section is written in: its own, or the strengths of an area. */
function keptForm(section: EditableSection): string {
  return `/sections/${slugOf(section)}${isArea(section) ? '/strengths' : ''}`;
}

function findingsIn(
  services: Services,
  facts: PlanFacts,
  { section, beside }: { section: EditableSection; beside: Beside },
): Placed[] {
  const { findings } = checkDraft(facts, englishDay(services.now()), beside);
  return findings.filter(({ place }) => place === section);
}

export function sectionOf(request: FastifyRequest): EditableSection {
  return found(sectionOfSlug(partIn(request, 'section')));
}

/** The section an address names that is one form; an area is a page of its rows. */
export function formOf(request: FastifyRequest): EditableSection {
  const section = sectionOf(request);
  if (isArea(section)) throw new NotTheirs();
  return section;
}

/** The area an address names; anything else is answered as not there. */
export function areaOf(request: FastifyRequest): AreaName {
  const section = sectionOf(request);
  if (!isArea(section)) throw new NotTheirs();
  return section;
}

export function isArea(section: EditableSection): section is AreaName {
  return AREAS.some((area) => area === section);
}
