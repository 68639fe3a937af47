import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Agreement, type Existing, type NewExisting, PARTIES } from './existing.ts';
import { toParagraph } from './paragraphs.ts';

/** The assessment it is put forward in. */
type Of = { authorityId: number; id: Uuid; childId: Uuid };

/** Advice given before that was put forward in an assessment, the first first, with what each of the three said. */
export async function listExisting(tx: Tx, assessmentId: Uuid): Promise<Existing[]> {
  const rows = await tx
    .selectFrom('existing_advice as given')
    .leftJoin('organisations', 'organisations.id', 'given.organisation_id')
    .select([
      'given.id',
      'given.paragraph',
      'given.author_name as authorName',
      'given.author_role as authorRole',
      'given.advised_on as advisedOn',
      'given.statement',
      'given.organisation_id as organisationId',
      'organisations.name as organisation',
    ])
    .where('given.assessment_id', '=', assessmentId)
    .orderBy('given.recorded_at')
    .orderBy('given.id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const said = ids.length === 0 ? [] : await agreementsOf(tx, ids);
  return rows.map((row) => ({
    ...row,
    paragraph: toParagraph(row.paragraph),
    agreements: said.filter(({ of }) => of === row.id).map(({ of: _, ...agreement }) => agreement),
  }));
}

async function agreementsOf(tx: Tx, ids: readonly Uuid[]): Promise<(Agreement & { of: Uuid })[]> {
  const rows = await tx
    .selectFrom('existing_advice_agreements')
    .select(['existing_advice_id as of', 'party', 'satisfied', 'name', 'agreed_on as on'])
    .where('existing_advice_id', 'in', ids)
    .orderBy('recorded_at')
    .execute();
  return rows.flatMap(({ party: text, ...row }) => {
    const party = PARTIES.find((known) => known === text);
    return party === undefined ? [] : [{ ...row, party }];
  });
}

export async function insertExisting(
  tx: Tx,
  of: Of,
  existing: NewExisting & { on: PlainDate; by: string },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('existing_advice')
    .values({
      authority_id: of.authorityId,
      id,
      assessment_id: of.id,
      child_id: of.childId,
      paragraph: existing.paragraph,
      author_name: existing.authorName,
      author_role: existing.authorRole,
      advised_on: existing.advisedOn,
      statement: existing.statement,
      organisation_id: existing.organisationId,
      proposed_on: existing.on,
      proposed_by: existing.by,
    })
    .execute();
  return id;
}

export async function insertAgreement(
  tx: Tx,
  of: Of,
  { id }: Existing,
  agreement: Agreement & { by: string },
): Promise<void> {
  await tx
    .insertInto('existing_advice_agreements')
    .values({
      authority_id: of.authorityId,
      existing_advice_id: id,
      party: agreement.party,
      child_id: of.childId,
      satisfied: agreement.satisfied,
      name: agreement.name,
      agreed_on: agreement.on,
      recorded_by: agreement.by,
    })
    .execute();
}
