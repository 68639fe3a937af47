import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { type ReceivedContent, receiveContent, recordDocument } from '../../../platform/documents/index.ts';
import { recordEvent } from '../../../platform/events/index.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { refused } from '../../../shared/result.ts';
import { staffName } from '../plan-routes.tsx';
import { insertConversion } from './conversion-store.ts';
import type { ReadPlan } from './passage.ts';
import { readPlansIn } from './read-file.ts';

type Received = { plan: ReadPlan; content: ReceivedContent };

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 50;
const MOST_PLANS = 200;
const TO_A_LIMIT = { throwFileSizeLimit: false, limits: { fileSize: MOST_BYTES, files: MOST_FILES } };

/**
 * The file may show one parent’s address to another, and nobody here has read it: it is withheld from the family until
 * somebody has, and shows it.
 */
const WITHHELD =
  'A plan written elsewhere: it may show where somebody lives to another. Show it once it has been read';

/**
 * Takes every file of a form and keeps each plan in them to be reviewed, whatever is wrong with the others: a refusal says
 * which files could not be read, and why. Each plan has a document of its own, on nobody’s file until it is accepted.
 */
export async function receivePlanFiles(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { received, refusals, key } = await readUpload(request, services);
  const problem = refusals.length === 0 ? null : refused('files', refusals.join('. '));
  if (received.length === 0) return problem ?? refused('files', 'Choose a file');
  if (received.length > MOST_PLANS)
    return refused(
      'files',
      `These files hold ${received.length} plans. Send ${MOST_PLANS} at a time at most`,
    );
  // The key is in the form that was read here, where `once` looks for it in an ordinary one.
  request.body = { idempotencyKey: key };
  const outcome = await request.once(async (tx) => {
    for (const { plan, content } of received) {
      const id = randomUUID();
      const { authorityId, title } = content;
      const meta = { draftId: id, kind: 'plan written elsewhere', withheld: WITHHELD };
      const documentId = await recordDocument(tx, content, meta);
      await insertConversion(
        tx,
        { authorityId, id, documentId, title, sentBy: staffName(request), sentAt: services.now() },
        plan,
      );
      await recordEvent(tx, {
        authorityId,
        childId: null,
        kind: 'plan written elsewhere sent for review',
        subject: 'plan conversion',
        subjectId: id,
      });
    }
    return { ok: true, value: '/plans/conversions' };
  });
  return outcome.ok && problem !== null ? problem : outcome;
}

async function readUpload(request: FastifyRequest, services: Services) {
  const received: Received[] = [];
  const refusals: string[] = [];
  let key = '';
  if (!request.isMultipart()) return { received, refusals, key };
  for await (const part of request.parts(TO_A_LIMIT)) {
    if (part.type === 'field') {
      if (part.fieldname === 'idempotencyKey') key = String(part.value);
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk);
    if (part.filename === '') continue;
    const refuse = (why: string) => refusals.push(`‘${part.filename.slice(0, 60)}’: ${why}`);
    if (part.file.truncated) {
      refuse('This file is larger than 20 MB. Take out its pictures, or choose another copy of it');
      continue;
    }
    const bytes = Buffer.concat(chunks);
    const plans = await readPlansIn(bytes);
    if (!plans.ok) {
      refuse(plans.message);
      continue;
    }
    for (const plan of plans.value) {
      const own = plan.own === null ? bytes : Buffer.from(plan.own);
      const sent = { authorityId: services.authority.code, name: part.filename, field: 'files' };
      const content = await receiveContent(services.documents, Readable.from([own]), sent);
      if (content.ok) received.push({ plan, content: content.value });
      else refuse(content.message);
    }
  }
  return { received, refusals, key };
}
