import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn, partIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { type AdmissionSaid, sayAdmission } from './admission.ts';
import { findOwed, insertAdmission, listAdmissions } from './naming-store.ts';
import { memberOf, onFileNamed, staffOf } from './post.ts';
import type { admissionSchema } from './schema.ts';

type Form = z.infer<typeof admissionSchema>;

/** A setting that is named says on which day it admitted the child, or why not yet. */
export function admitAsSetting(request: FastifyRequest, services: Services, form: Form): Promise<Outcome> {
  const { name } = memberOf(request);
  return admit(request, services, form, { by: name, recordedBy: null, to: '/inbox' });
}

/** Writes down what a setting said of it otherwise than here. */
export function admitAsStaff(request: FastifyRequest, services: Services, form: Form): Promise<Outcome> {
  const { name } = staffOf(request);
  const to = `/cases/${idIn(request, 'childId')}/placements`;
  if (form.saidBy === '') return Promise.resolve(refused('saidBy', 'Enter who at the setting said it'));
  return admit(request, services, form, { by: form.saidBy, recordedBy: name, to });
}

type Who = { by: string; recordedBy: string | null; to: string };

function admit(request: FastifyRequest, services: Services, form: Form, who: Who): Promise<Outcome> {
  const on = englishDay(services.now());
  return request.once(async (tx) => {
    const { owed, said } = await openOwed(tx, request);
    const outcome = sayAdmission({ ...owed, said }, asSaid(form), on);
    if (!outcome.ok) return outcome;
    const { by, recordedBy } = who;
    const subjectId = await insertAdmission(tx, owed, { ...outcome.value, by, on, recordedBy });
    const { authorityId, childId } = owed;
    const kind = outcome.value.admittedOn === null ? 'setting has not admitted the child' : 'child admitted';
    await recordEvent(tx, { authorityId, childId, kind, subject: 'placement', subjectId });
    return accepted(who.to);
  });
}

function asSaid({ admitted, admittedOn, whyNot, expectedOn }: Form): AdmissionSaid {
  return admitted === 'yes' ? { admitted: true, admittedOn } : { admitted: false, whyNot, expectedOn };
}

async function openOwed(tx: Tx, request: FastifyRequest) {
  const place = Number(partIn(request, 'place'));
  const versionId = idIn(request, 'versionId');
  const owed = found(Number.isInteger(place) && place < 100 ? await findOwed(tx, versionId, place) : null);
  await onFileNamed(tx, request, owed.childId);
  const child = found(await findChild(tx, owed.childId));
  const all = await listAdmissions(tx, owed.childId);
  const said = all.filter((one) => one.versionId === versionId && one.place === place);
  return { owed, child, said };
}

/** A setting as the plan names it, and what was said of admitting the child. */
export async function readOwed(request: FastifyRequest, services: Services) {
  const { owed, child, said } = await request.act((tx) => openOwed(tx, request));
  const { authorityId, childId } = owed;
  request.readsChildFile({ authorityId, childId });
  const of = { childName: fullName(child), bornOn: child.bornOn };
  return { ...owed, ...of, said, today: englishDay(services.now()) };
}
