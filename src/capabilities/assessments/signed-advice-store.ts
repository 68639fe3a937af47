import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { AdviceContent } from './advice.ts';
import type { Paragraph } from './paragraphs.ts';
import { toParagraph } from './paragraphs.ts';
import { contentSchema } from './schema.ts';

/** Signed advice as a plan cites it: who gave it, as what, when, and every word. */
export type SignedAdvice = {
  id: Uuid;
  adviceRequestId: Uuid;
  paragraph: Paragraph;
  /** A report of the family's own, beside what was asked for. */
  independent: boolean;
  organisation: string | null;
  authorName: string;
  authorRole: string;
  signedOn: PlainDate;
  receivedOn: PlainDate;
  content: AdviceContent;
};

/** Every piece of signed advice of an assessment, in the paragraphs' order; of one corrected, as it was corrected last. */
export async function listSignedAdvice(tx: Tx, assessmentId: Uuid): Promise<SignedAdvice[]> {
  const rows = await listEverSigned(tx, assessmentId);
  return rows.filter(
    (row, place) => rows.findIndex((one) => one.adviceRequestId === row.adviceRequestId) === place,
  );
}

/** The same with what was corrected since, each as it was signed: what cites one of them goes on citing that. */
export async function listEverSigned(tx: Tx, assessmentId: Uuid): Promise<SignedAdvice[]> {
  const rows = await tx
    .selectFrom('advice')
    .innerJoin('advice_requests as asked', (join) =>
      join
        .onRef('asked.authority_id', '=', 'advice.authority_id')
        .onRef('asked.id', '=', 'advice.advice_request_id'),
    )
    .leftJoin('organisations', 'organisations.id', 'asked.organisation_id')
    .select([
      'advice.id',
      'advice.advice_request_id as adviceRequestId',
      'asked.paragraph',
      'asked.independent',
      'organisations.name as organisation',
      'advice.signed_name as authorName',
      'advice.signed_role as authorRole',
      'advice.signed_on as signedOn',
      'advice.returned_on as receivedOn',
      'advice.content',
    ])
    .where('asked.assessment_id', '=', assessmentId)
    .where('advice.signed_on', 'is not', null)
    .orderBy('asked.paragraph')
    .orderBy('asked.recorded_at')
    .orderBy('advice.number', 'desc')
    .execute();
  return rows.flatMap(({ authorName, authorRole, signedOn, receivedOn, ...row }) => {
    if (authorName === null || authorRole === null || signedOn === null || receivedOn === null) return [];
    const content = contentSchema.parse(row.content);
    return [
      {
        ...row,
        paragraph: toParagraph(row.paragraph),
        authorName,
        authorRole,
        signedOn,
        receivedOn,
        content,
      },
    ];
  });
}

/** An organisation that gave signed advice for an assessment: every version of it, and the files that belong to it. */
export type AdviceGiver = {
  organisationId: Uuid;
  name: string;
  authors: readonly string[];
  /** The newest last. */
  adviceIds: readonly Uuid[];
  documentIds: readonly Uuid[];
};

/** Each organisation that gave signed advice and was not asked to stop. Needs the authority's lens. */
export async function listAdviceGivers(tx: Tx, assessmentId: Uuid): Promise<AdviceGiver[]> {
  const given = await tx
    .selectFrom('advice_requests as asked')
    .innerJoin('advice', (join) =>
      join
        .onRef('advice.authority_id', '=', 'asked.authority_id')
        .onRef('advice.advice_request_id', '=', 'asked.id'),
    )
    .innerJoin('organisations as o', 'o.id', 'asked.organisation_id')
    .select(['o.id as organisationId', 'o.name', 'advice.id', 'advice.signed_name as author'])
    .where('asked.assessment_id', '=', assessmentId)
    .where('asked.withdrawn_on', 'is', null)
    .where('advice.signed_on', 'is not', null)
    .orderBy('o.name')
    .orderBy('o.id')
    .orderBy('advice.number')
    .execute();
  const files = await tx
    .selectFrom('advice_documents as attached')
    .innerJoin('advice_requests as asked', (join) =>
      join
        .onRef('asked.authority_id', '=', 'attached.authority_id')
        .onRef('asked.id', '=', 'attached.advice_request_id'),
    )
    .select(['asked.organisation_id as organisationId', 'attached.document_id as documentId'])
    .where('asked.assessment_id', '=', assessmentId)
    .execute();
  return [...Map.groupBy(given, ({ organisationId }) => organisationId)].map(([organisationId, theirs]) => ({
    organisationId,
    name: theirs[0]?.name ?? '',
    authors: [...new Set(theirs.map(({ author }) => author ?? ''))],
    adviceIds: theirs.map(({ id }) => id),
    documentIds: files
      .filter((file) => file.organisationId === organisationId)
      .map(({ documentId }) => documentId),
  }));
}
