import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { familyName, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { findIssued } from '../plans/index.ts';
import { type Answer, answer, asked, type Party } from './check.ts';
import { findCheck, insertAnswer } from './check-store.ts';
import { memberOf, onFileNamed, staffOf } from './post.ts';

type Fields = Readonly<Record<string, string>>;

/** A setting answers, line by line, whether what the plan says is happening. */
export function answerAsSetting(
  request: FastifyRequest,
  services: Services,
  fields: Fields,
): Promise<Outcome> {
  const { name, organisationId } = memberOf(request);
  return save(request, services, fields, {
    ...{ party: 'setting', by: name, organisationId, recordedBy: null, to: '/inbox' },
  });
}

/** A family, or a young person, answers the same. */
export function answerAsFamily(
  request: FastifyRequest,
  services: Services,
  fields: Fields,
): Promise<Outcome> {
  const by = familyName(request.actor) ?? fields['from'] ?? '';
  const to = `/family/${idIn(request, 'childId')}/placement`;
  return save(request, services, fields, { party: 'family', by, organisationId: null, recordedBy: null, to });
}

/** Writes down what a setting or a family answered otherwise than here. */
export function answerAsStaff(request: FastifyRequest, services: Services, fields: Fields): Promise<Outcome> {
  const { name } = staffOf(request);
  const party = fields['party'] === 'family' ? 'family' : fields['party'] === 'setting' ? 'setting' : null;
  if (party === null) return Promise.resolve(refused('party', 'Select whose answer this is'));
  const to = `/cases/${idIn(request, 'childId')}/placements`;
  const by = fields['from'] ?? '';
  return save(request, services, fields, { party, by, organisationId: null, recordedBy: name, to });
}

type Who = Pick<Answer, 'by' | 'recordedBy'> & { party: Party; organisationId: Uuid | null; to: string };

function save(request: FastifyRequest, services: Services, fields: Fields, who: Who): Promise<Outcome> {
  const on = englishDay(services.now());
  return request.once(async (tx) => {
    const { check, issued } = await openCheck(tx, request);
    if (who.by === '')
      return refused('from', who.recordedBy === null ? 'Enter your name' : 'Enter who said it');
    if (!asked(check).includes(who.party)) return refused('party', 'They were not asked this');
    const rows = issued.lines.map(({ row }) => row);
    const said = rows.map((row) => ({
      row,
      answer: fields[`answer-${row}`] ?? '',
      words: fields[`words-${row}`] ?? '',
    }));
    const lines = answer(check, rows, said);
    if (!lines.ok) return lines;
    const { authorityId, childId } = check;
    const subjectId = await insertAnswer(tx, check, lines.value, { ...who, on });
    const kind = check.kind === 'term' ? 'provision of a term attested' : 'check of provision answered';
    await recordEvent(tx, { authorityId, childId, kind, subject: 'placement check', subjectId });
    return accepted(who.to);
  });
}

async function openCheck(tx: Tx, request: FastifyRequest) {
  const check = found(await findCheck(tx, idIn(request, 'checkId')));
  await onFileNamed(tx, request, check.childId);
  const child = found(await findChild(tx, check.childId));
  const issued = found(await findIssued(tx, check.versionId));
  return { check, child, issued };
}

/** A check with the lines it asks about, as this lens has the plan. */
export async function readCheck(request: FastifyRequest, services: Services) {
  const { check, child, issued } = await request.act((tx) => openCheck(tx, request));
  const { authorityId, childId } = check;
  request.readsChildFile({ authorityId, childId });
  const { lines, issuedOn, number, authorityName } = issued;
  return {
    ...{ check, lines, issuedOn, number, authorityName },
    ...{ childId, childName: fullName(child), bornOn: child.bornOn },
    today: englishDay(services.now()),
  };
}
