import { type RawBuilder, sql } from 'kysely';
import type { NewEvent } from '../../platform/events/index.ts';
import { actorOf, once, type Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Case } from './case.ts';
import {
  CASE_COLUMNS,
  type CaseRow,
  listCasesOfChild,
  NAME,
  narrowed,
  OF_CHILD,
  toCase,
  type Which,
} from './store.ts';

/* The kept rows of the list: written from the views of cases and the children they are of, and from nothing else. See decision 5. */

/** Notes, with the event, that a child's rows of the list are to be written anew. Opening a file changes nothing. */
export async function noteChange(tx: Tx, event: NewEvent): Promise<void> {
  if (event.childId === null || event.kind === 'file read') return;
  const actor = actorOf(tx);
  await tx
    .insertInto('case_changes')
    .values({
      authority_id: event.authorityId,
      child_id: event.childId,
      organisation_id: event.organisationId ?? (actor.kind === 'organisation' ? actor.organisationId : null),
    })
    .execute();
}

/**
 * Reads the kept rows as of what is committed: at once with the look for children to whom something has happened since
 * theirs were last written, and again when there were any and theirs have been written anew.
 */
export async function fromKeptRows<T>(tx: Tx, read: () => Promise<T>): Promise<T> {
  const [written, answer] = await Promise.all([writeChangedRows(tx), read()]);
  return written ? read() : answer;
}

/**
 * Writes anew, from the facts, the rows of each child to whom something has happened since they were last written, and says
 * whether there were any: for whoever asks other questions meanwhile, and reads the rows afterwards. Two who find changes at
 * once take turns: whoever is second works them out after the first has written.
 */
export async function writeChangedRows(tx: Tx): Promise<boolean> {
  const changed = await takeChanges(tx, {});
  const [first] = changed;
  if (first === undefined) return false;
  await sql`select pg_advisory_xact_lock(hashtext('case_rows'), ${first.authority_id}::int)`.execute(tx);
  const children = [...new Set(changed.map(({ child_id }) => child_id))];
  for (let from = 0; from < children.length; from += AT_ONCE)
    await writeRows(tx, children.slice(from, from + AT_ONCE));
  return true;
}

const takeChanges = once((tx) => tx.deleteFrom('case_changes').returning(['authority_id', 'child_id']));

/**
 * A child's cases, the latest request first, for an authority's own staff or the child's family: as they are kept under the file
 * that stands, where nothing has happened to the child since; and otherwise worked out from the facts, whichever record is named.
 */
export async function keptCasesOfChild(tx: Tx, childId: Uuid, which: Which = 'all'): Promise<Case[]> {
  const rows = await askKept[which](tx, { fileId: childId });
  return rows.length > 0 ? rows.map(toCase) : listCasesOfChild(tx, childId, which);
}

const askKept = { all: asking('all'), told: asking('told') };

function asking(which: Which) {
  return once((tx, { fileId }: { fileId: Uuid }) => ({
    compile: () =>
      sql<CaseRow>`
      select ${CASE_COLUMNS}
      from case_rows s join children c on c.authority_id = s.authority_id and c.id = s.file_id
      where s.file_id = ${fileId} and ${narrowed(which)}
        and not exists (select from case_changes where child_id = any(array(
          select ${fileId}::uuid union all select merged.id from children merged where merged.joined_to = ${fileId})))
      order by s.received_on desc`.compile(tx),
  }));
}

/** Few enough that each is looked up by its own index, even where PostgreSQL knows nothing yet of how many there are. */
const AT_ONCE = 500;

/** The rows of these children, and of whatever was merged into the files that stand for them, whose names they say. */
async function writeRows(tx: Tx, children: readonly Uuid[]): Promise<void> {
  const columns = (of: (column: string) => RawBuilder<unknown>) => sql.join(WRITTEN.map(of));
  await sql`
    insert into case_rows (authority_id, request_id, ${columns((column) => sql.ref(column))})
    select s.authority_id, s.request_id, ${FROM_VIEW}, c.id, ${NAME}, c.born_on, ${FROM_WAITS}
    from case_steps s ${OF_CHILD} cross join lateral ${WAITS} w
    where s.child_id = any(array(select unnest(${children}::uuid[])
      union select merged.id from children merged where merged.joined_to = any(${children}::uuid[])))
    on conflict (authority_id, request_id)
      do update set ${columns((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`)}`.execute(
    tx,
  );
}

/** What one case waits for: asked of each by itself, which the database answers from its indexes. */
const WAITS = sql`(
  select coalesce(array_agg(what order by what) filter (where what <> 'family’s comments'), '{}') as waits,
    coalesce(array_agg(expected order by what) filter (where what <> 'family’s comments'), '{}') as waits_expected,
    max(last_due) filter (where what = 'family’s comments') as comments_until
  from (select w.what, min(coalesce(w.promised_on, w.due_on)) as expected, max(w.due_on) as last_due
    from case_waits w where w.request_id = s.request_id group by w.what) each)`;

const KEPT_WAITS = ['waits', 'waits_expected', 'comments_until'];
const OF_FILE = ['file_id', 'child_name', 'born_on'];
const KEPT = [
  'child_id',
  'reference',
  'received_on',
  'step',
  'due_on',
  'assessment_id',
  'plan_id',
  'decided_on',
  'issue_decided_on',
  'issued_on',
  'caseworker_id',
  'caseworker',
  'caseworker_left',
];
const WRITTEN = [...KEPT, ...OF_FILE, ...KEPT_WAITS];
const FROM_VIEW = sql.join(KEPT.map((column) => sql.ref(`s.${column}`)));
const FROM_WAITS = sql.join(KEPT_WAITS.map((column) => sql.ref(`w.${column}`)));
