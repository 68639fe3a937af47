import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../platform/http/access.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalDayField, optionalText } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { familyName, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { confirmMyPlan, writeMyPlan } from './my-plan.ts';
import { confirmNumber, insertMyPlan, listMyPlans } from './my-plan-store.ts';
import { happened } from './post.ts';
import { lockPlan } from './store.ts';
import type { PlanKey } from './version-store.ts';

/* My plan, for the pages and the API alike: written by the family, or by staff who sit with the child. */

const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .catch(0);

export const myPlanSchema = z.object({
  version: wholeNumber,
  good: optionalText(2000),
  hard: optionalText(2000),
  helps: optionalText(2000),
  hopes: optionalText(2000),
  more: optionalText(2000),
  howMade: optionalText(2000),
  helpedBy: optionalText(200),
  madeOn: optionalDayField('the day it was written'),
  writtenBy: optionalText(200),
});

export const confirmingSchema = z.object({
  number: wholeNumber,
  how: optionalText(2000),
  confirmedWith: optionalText(200),
  by: optionalText(200),
});

/** Who writes, and where they go back to. */
export type MyPlanDoor = {
  route: string;
  reads: Access;
  saidBy: 'family' | 'authority';
  /** The plan the address is of, through the lens of whoever asks. */
  find(tx: Tx, request: FastifyRequest): Promise<PlanKey | undefined>;
  at(plan: PlanKey): string;
};

export async function readMyPlans(request: FastifyRequest, door: MyPlanDoor) {
  const read = await request.act(async (tx) => {
    const plan = found(await door.find(tx, request));
    const child = found(await findChild(tx, plan.childId));
    return { plan, childName: fullName(child), written: await listMyPlans(tx, plan.id) };
  });
  request.readsChildFile(read.plan);
  return read;
}

export function writeOnce(
  request: FastifyRequest,
  services: Services,
  door: MyPlanDoor,
  form: z.infer<typeof myPlanSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const plan = found(await door.find(tx, request));
    await lockPlan(tx, plan.id);
    const [newest = null] = await listMyPlans(tx, plan.id);
    const writtenBy = familyName(request.actor) ?? form.writtenBy;
    const written = writeMyPlan(newest, { ...form, writtenBy }, englishDay(services.now()));
    if (!written.ok) return written;
    const id = await insertMyPlan(tx, plan, written.value, door.saidBy);
    await happened(tx, plan, 'my plan written', id, { data: { version: written.value.number } });
    return accepted(door.at(plan));
  });
}

export function confirmOnce(
  request: FastifyRequest,
  services: Services,
  door: MyPlanDoor,
  { confirmedWith: helpedBy, ...form }: z.infer<typeof confirmingSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const plan = found(await door.find(tx, request));
    await lockPlan(tx, plan.id);
    const newest = found((await listMyPlans(tx, plan.id))[0]);
    const by = familyName(request.actor) ?? form.by;
    const confirmed = confirmMyPlan(newest, { ...form, by, helpedBy });
    if (!confirmed.ok) return confirmed;
    const { number } = form;
    await confirmNumber(tx, plan.id, { number, ...confirmed.value }, englishDay(services.now()));
    await happened(tx, plan, 'my plan confirmed by the child', plan.id, { data: { version: number } });
    return accepted(door.at(plan));
  });
}
