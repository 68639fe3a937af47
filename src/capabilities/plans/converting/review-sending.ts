import type { FastifyRequest } from 'fastify';
import { checkOf, findDocument, isHeld } from '../../../platform/documents/index.ts';
import { recordEvent } from '../../../platform/events/index.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Typed } from '../../../platform/http/forms.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { accepted, type Refusal, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { sayNumber } from '../../../shared/words.ts';
import { staffName } from '../plan-routes.tsx';
import { lockPlan } from '../store.ts';
import { type Chosen, choose } from './choosing.ts';
import {
  type Conversion,
  findConversion,
  findReading,
  insertDecision,
  setAside,
} from './conversion-store.ts';
import { type Reviewed, reviewed } from './review.ts';

/** A conversion with its passages as they stand. Answers 404 where the lens has none. */
export async function openConversion(tx: Tx, services: Services, id: Uuid) {
  const conversion = found(await findConversion(tx, id));
  const { passages, ignored, notes, decisions } = await findReading(tx, id);
  const document = await findDocument(tx, conversion.documentId);
  const check = document === undefined ? 'harmful' : checkOf(document, services.config.clamd !== null);
  return { conversion, passages: reviewed(passages, decisions), ignored, notes, check };
}

/** Why nothing may be decided on it now; null where something may. */
export function whyClosed({
  conversion,
  check,
}: Pick<Awaited<ReturnType<typeof openConversion>>, 'conversion' | 'check'>): Refusal | null {
  if (conversion.accepted !== null)
    return refused('conversion', 'This plan has been accepted. Start an amendment to change it');
  if (conversion.setAside !== null)
    return refused('conversion', `${conversion.setAside.by} set this file aside`);
  return isHeld(check) ? refused('conversion', 'The file has not passed the check for viruses') : null;
}

/** One for every act on a conversion: locked, and open still. */
export async function openForReview(tx: Tx, services: Services, id: Uuid) {
  await lockPlan(tx, id);
  const opened = await openConversion(tx, services, id);
  const closed = whyClosed(opened);
  return closed ?? accepted(opened);
}

const FIELDS = ['where', 'part', 'row', 'links', 'text', 'reason', 'version'] as const;
const LONGEST = {
  where: 200,
  part: 50,
  row: 10,
  links: 200,
  text: 20_000,
  reason: 2000,
  version: 10,
} as const;

/** What a form says of each passage it shows: `where-12`, `text-12`. Refuses what is longer than any of them is kept. */
export function chosenIn(typed: Typed): Result<Chosen[]> {
  const numbers = Object.keys(typed).flatMap((name) => /^version-(\d{1,5})$/.exec(name)?.[1] ?? []);
  for (const number of numbers)
    for (const field of FIELDS) {
      if ((typed[`${field}-${number}`] ?? '').length <= LONGEST[field]) continue;
      const most = sayNumber(LONGEST[field]);
      return refused(`${field}-${number}`, `Shorten this to ${most} characters or fewer`);
    }
  return accepted(
    numbers.map((number) => {
      const [where = '', part = '', row = '', links = '', text = '', reason = '', version = ''] = FIELDS.map(
        (field) => typed[`${field}-${number}`] ?? '',
      );
      return { passage: Number(number), version: Number(version), where, part, row, links, text, reason };
    }),
  );
}

// Nothing was done with it: a page shows many, and somebody decides on a few.
function isUntouched(
  { where, part, row, links, text, reason }: Chosen,
  passage: Reviewed | undefined,
): boolean {
  const plain = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
  return (
    [where, part, row, links, reason].every((said) => said === '') &&
    plain(text) === plain(passage?.text ?? '')
  );
}

/** Keeps each decision, or none: a refusal names the field of the passage it is about. */
export function decideOnce(
  request: FastifyRequest,
  services: Services,
  id: Uuid,
  chosen: readonly Chosen[],
  to: string,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const opened = await openForReview(tx, services, id);
    if (!opened.ok) return opened;
    const { conversion } = opened.value;
    let { passages } = opened.value;
    for (const one of chosen) {
      if (
        isUntouched(
          one,
          passages.find(({ number }) => number === one.passage),
        )
      )
        continue;
      const decided = choose(passages, one, staffName(request));
      if (!decided.ok) return { ...decided, field: `${decided.field}-${one.passage}` };
      await insertDecision(tx, conversion, decided.value, services.now());
      const { passage, version, leftOut } = decided.value;
      await happened(tx, conversion, 'passage of a plan written elsewhere decided', {
        ...{ passage, version, outcome: leftOut === null ? 'placed' : 'left out' },
      });
      passages = reviewed(passages, [decided.value]).map((passage, at) =>
        passage.number === one.passage ? passage : (passages[at] ?? passage),
      );
    }
    return { ok: true, value: to };
  });
}

/** Says that nothing is to come of a file, and why. */
export function setAsideOnce(
  request: FastifyRequest,
  services: Services,
  id: Uuid,
  reason: string,
): Promise<Outcome> {
  return request.once(async (tx) => {
    await lockPlan(tx, id);
    const { conversion } = await openConversion(tx, services, id);
    // A file that did not pass the check for viruses may be set aside too.
    const closed = whyClosed({ conversion, check: 'passed' });
    if (closed !== null) return closed;
    await setAside(tx, id, { reason, by: staffName(request), at: services.now() });
    await happened(tx, conversion, 'plan written elsewhere set aside');
    return { ok: true, value: '/plans/conversions' };
  });
}

// About no child until somebody says whose plan it is; none of its words.
function happened(
  tx: Tx,
  { authorityId, id: subjectId }: Pick<Conversion, 'authorityId' | 'id'>,
  kind: string,
  data: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  return recordEvent(tx, {
    ...{ authorityId, childId: null, kind },
    ...{ subject: 'plan conversion', subjectId, data },
  });
}
