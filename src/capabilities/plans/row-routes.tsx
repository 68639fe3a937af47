import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  areaEdit,
  findRow,
  type PlanRow,
  ROW_KINDS,
  type RowKind,
  removeRow,
  sectionsFor,
  withRow,
} from './area-rows.ts';
import { findBeside } from './beside-store.ts';
import { canonicalJson } from './changes.ts';
import { checkDraft } from './checking.ts';
import { listCitations } from './citing-store.ts';
import { citedWords } from './citing-words.ts';
import type { PlanFacts } from './facts.ts';
import { sha256 } from './hash.ts';
import { rowAt } from './history/parts.ts';
import { partWords } from './history/words.ts';
import { historyHref } from './history-reading.ts';
import { lastChangeOf } from './history-store.ts';
import { copyInUse, writingHere } from './kept-copy-routes.tsx';
import { dropCopy } from './kept-copy-store.ts';
import { references } from './links.ts';
import { PlanRowPage } from './pages/plan-row.tsx';
import { RemovalPage } from './pages/row-removal.tsx';
import type { Area, AreaName } from './plan.ts';
import { openPlanPage, readsFile, staff, staffName } from './plan-routes.tsx';
import { openForActing } from './post.ts';
import { keepSources, readRow, rowTyped } from './row-answers.ts';
import { areaOf, askingOf, becauseOf, change } from './section-routes.tsx';
import { SECTION_TITLES, sectionHref, slugOf } from './section-titles.ts';
import type { Plan } from './store.ts';

/** Needs, provision and outcomes of a draft: one at a time, on a page of its own. */
export function rowRoutes(app: FastifyInstance, services: Services): void {
  const rows = '/plans/:planId/sections/:section/rows';
  app.get(rows, { config: readsFile }, (request, reply) => {
    const asked = z.object({ kind: z.enum(ROW_KINDS).catch('need') }).parse(request.query);
    return showRow(request, reply, services, { kind: asked.kind });
  });

  app.post(rows, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const done = await addRowOnce(request, services, typed);
    if (done.ok) return reply.redirect(done.value, 303);
    return showRow(request, reply, services, {
      kind: kindIn(typed),
      sent: { typed, errors: { [done.field]: done.message } },
    });
  });

  app.get(`${rows}/:rowId`, { config: readsFile }, (request, reply) => showRow(request, reply, services, {}));

  app.post(`${rows}/:rowId`, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const done = await saveRowOnce(request, services, typed);
    if (done.ok) return reply.redirect(done.value, 303);
    return showRow(request, reply, services, {
      kind: kindIn(typed),
      sent: { typed, errors: { [done.field]: done.message } },
    });
  });

  app.get(`${rows}/:rowId/removal`, { config: readsFile }, (request, reply) => showRemoval(request, reply));

  app.post(`${rows}/:rowId/removal`, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const done = await removeRowOnce(request, services, typed);
    if (done.ok) return reply.redirect(done.value, 303);
    return showRemoval(request, reply, { typed, errors: { [done.field]: done.message } });
  });
}

function kindIn(typed: Typed): RowKind {
  return z.enum(ROW_KINDS).catch('need').parse(typed['kind']);
}

/** Adds a row to an area. */
export async function addRowOnce(request: FastifyRequest, services: Services, typed: Typed) {
  const row = readRow(kindIn(typed), typed, randomUUID(), areaOf(request));
  if (!row.ok) return row;
  const changed = (area: Area) => withRow(area, row.value);
  const form = formOf(areaOf(request), `new-${row.value.kind}`);
  const also = (tx: Tx, plan: Plan) => dropCopy(tx, plan.id, form);
  return changeRow(request, services, { typed, rowId: null, changed, also });
}

/** Words a row anew, from the version that was read. */
export async function saveRowOnce(request: FastifyRequest, services: Services, typed: Typed) {
  const rowId = idIn(request, 'rowId');
  const row = readRow(kindIn(typed), typed, rowId, areaOf(request));
  if (!row.ok) return row;
  const changed = (area: Area) => withRow(area, keepSources(area, row.value));
  const form = formOf(areaOf(request), rowId);
  const also = (tx: Tx, plan: Plan) => dropCopy(tx, plan.id, form);
  return changeRow(request, services, { typed, rowId, changed, also });
}

export function removeRowOnce(request: FastifyRequest, services: Services, typed: Typed) {
  const rowId = idIn(request, 'rowId');
  return changeRow(request, services, { typed, rowId, changed: (area) => removeRow(area, rowId) });
}

export type RowChange = {
  typed: Typed;
  /** Null for a new row. */
  rowId: Uuid | null;
  changed: (area: Area, now: { tx: Tx; plan: Plan; facts: PlanFacts }) => Area | Promise<Result<Area>>;
  /** What is kept beside it, in the same transaction, once it is changed. */
  also?: (tx: Tx, plan: Plan) => Promise<void>;
};

/**
 * Changes an area by one row. What is compared is the row, not the section: two people at two rows of one area do not
 * collide, and two at one row are both shown.
 */
export function changeRow(
  request: FastifyRequest,
  services: Services,
  { typed, rowId, changed, also }: RowChange,
): Promise<Outcome> {
  const planId = idIn(request, 'planId');
  const name = areaOf(request);
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, planId);
    const area: Area = facts.working.content.areas[name];
    if (rowId !== null && versionOf(area, rowId) !== typed['version']) {
      return refused(
        'version',
        'Somebody else has changed this since you opened it. Compare the two, then save',
      );
    }
    const because = becauseOf(typed);
    const version = facts.working.versions[name];
    const by = staffName(request);
    const after = changed(area, { tx, plan, facts });
    const decided = after instanceof Promise ? await after : accepted(after);
    if (!decided.ok) return decided;
    const edit = areaEdit(name, decided.value);
    const done = await change(tx, services, { plan, facts, by }, edit, { version, because });
    if (!done.ok) return done;
    await also?.(tx, plan);
    return { ok: true, value: sectionHref(planId, name) };
  });
}

export function versionOf(area: Area, rowId: Uuid): string {
  return sha256(canonicalJson(findRow(area, rowId)?.row ?? null)).slice(0, 16);
}

type Shown = { kind?: RowKind; sent?: { typed: Typed; errors: FieldErrors } };

/** Which form a row is written in: its own, or that of a new one of its kind. */
function formOf(area: AreaName, row: string): string {
  return `/sections/${slugOf(area)}/rows/${row}`;
}

async function showRow(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { kind, sent }: Shown,
) {
  const rowId = 'rowId' in Object(request.params) ? idIn(request, 'rowId') : null;
  const name = areaOf(request);
  const { of, facts, shown } = await openPlanPage(request, async (tx, plan, now) => {
    const there = rowId === null ? undefined : findRow(now.working.content.areas[name], rowId);
    const form = formOf(name, rowId ?? `new-${kind ?? 'need'}`);
    const citations = await listCitations(tx, plan.id);
    const beside = await findBeside(tx, plan, now);
    const here = await writingHere(tx, services, { plan, form, saved: rowTyped(there) });
    const last = rowId === null ? undefined : await lastChangeOf(tx, plan.id, rowAt(name, rowId));
    return { citations, beside, here, last };
  });
  const { citations, beside, here, last } = shown;
  const copy = sent === undefined ? copyInUse(request, here) : null;
  const { findings } = checkDraft(facts, englishDay(services.now()), beside);
  const area: Area = facts.working.content.areas[name];
  const saved = rowId === null ? undefined : findRow(area, rowId);
  // Taken away by a colleague meanwhile: what was typed may be added again.
  const removed = rowId !== null && saved === undefined;
  if (removed && sent === undefined) throw new NotTheirs();
  const rowKind = saved?.kind ?? kind ?? 'need';
  const overtaken = sent?.errors['version'] !== undefined;
  const names = references(facts.working.content);
  const linked = rowKind === 'provision' ? area.needs.map(({ id, text }) => ({ id, text })) : [];
  const serving = rowKind === 'outcome' ? area.provisions.map(({ id, what }) => ({ id, text: what })) : [];
  return reply.page(
    <PlanRowPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      kind={rowKind}
      at={sectionHref(of.planId, name)}
      areaTitle={SECTION_TITLES[name]}
      rowId={removed ? null : rowId}
      version={rowId === null ? '' : (copy?.fields['version'] ?? versionOf(area, rowId))}
      typed={sent?.typed ?? copy?.fields ?? rowTyped(saved)}
      here={sent === undefined ? here : { ...here, copy: null }}
      inUse={copy !== null}
      errors={sent?.errors ?? {}}
      asking={askingOf(facts)}
      linkable={[...linked, ...serving].map(({ id, text }) => ({
        id,
        text: `${names.get(id) ?? ''}: ${text}`,
      }))}
      sections={sectionsFor(name)}
      cited={citedWords(facts.working.content, saved?.row.sources ?? [], citations)}
      findings={findings.filter(({ row }) => row !== null && row === rowId)}
      theirs={
        overtaken && saved !== undefined
          ? {
              by: last?.by ?? '',
              on: last?.on ?? null,
              fields: partWords(facts.working.content, () => '').fields({ part: 'row', ...saved }),
            }
          : null
      }
      historyHref={historyHref(of.planId, rowAt(name, rowId ?? ''))}
    />,
    sent === undefined ? 200 : overtaken ? 409 : 400,
  );
}

async function showRemoval(request: FastifyRequest, reply: FastifyReply, sent?: Shown['sent']) {
  const rowId = idIn(request, 'rowId');
  const { of, facts } = await openPlanPage(request, async () => null);
  const name = areaOf(request);
  const area: Area = facts.working.content.areas[name];
  const saved = findRow(area, rowId);
  if (saved === undefined) return reply.redirect(sectionHref(of.planId, name), 303);
  return reply.page(
    <RemovalPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      kind={saved.kind}
      at={sectionHref(of.planId, name)}
      rowId={rowId}
      version={versionOf(area, rowId)}
      words={wordsOf(saved)}
      errors={sent?.errors ?? {}}
      typed={sent?.typed ?? {}}
      asking={askingOf(facts)}
    />,
    sent === undefined ? 200 : 400,
  );
}

export function wordsOf({ kind, row }: PlanRow): string {
  return kind === 'provision' ? row.what : row.text;
}
