import type { FastifyRequest } from 'fastify';
import { idIn } from '../../../platform/http/address.ts';
import { found, NotTheirs } from '../../../platform/http/errors.ts';
import { isAnswered } from '../../../platform/identity/first-person.ts';
import type { Services } from '../../../platform/services.ts';
import type { Refusal } from '../../../shared/result.ts';
import type { Setting } from '../setting.ts';
import { findSetting } from '../store.ts';
import { findOrganisationOf, findOwnSetting } from './own-store.ts';
import type { Statement } from './saying-store.ts';
import { barOf } from './stating.ts';

/* Who speaks for a setting: its own organisation or, while nobody signs in for it, an authority's staff as they were told. */

export type Door = {
  /** Where its pages are. */
  at: string;
  setting: Setting;
  speaks: Statement['speaks'];
  by: Statement['by'];
  /** Whose service it is said through, or who was told. */
  authorityId: number;
  /** Staff write down what they were told. */
  told: boolean;
  /** Why nothing may be said of it here; null where it may. */
  bar: Refusal | null;
};

export const OWN = '/our-setting';
export const TOLD = '/settings/:settingId/told';

/** The setting of whoever acts for an organisation; undefined where it is none on the register. */
export async function findOwnDoor(request: FastifyRequest, services: Services): Promise<Door | undefined> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const { organisationId, accountId, name } = actor;
  const setting = await request.act((tx) => findOwnSetting(tx, organisationId));
  if (setting === undefined) return undefined;
  return {
    ...{ at: OWN, setting, speaks: { organisationId }, by: { accountId, name } },
    ...{ authorityId: services.authority.code, told: false, bar: barred(setting, false) },
  };
}

/** The same; there is no such page where it is none on the register. */
export async function ownDoor(request: FastifyRequest, services: Services): Promise<Door> {
  return found(await findOwnDoor(request, services));
}

/** Any setting on the register, for staff to write down what it told them. */
export async function toldDoor(request: FastifyRequest, services: Services): Promise<Door> {
  const { actor } = request;
  if (actor?.kind !== 'staff') throw new NotTheirs();
  const { authorityId, accountId, name } = actor;
  const settingId = idIn(request, 'settingId');
  const { setting, organisationId } = await request.act(async (tx) => ({
    setting: found(await findSetting(tx, settingId)),
    organisationId: await findOrganisationOf(tx, settingId),
  }));
  const othersSpeak =
    organisationId !== undefined && (await isAnswered(services.database, organisationId, services.now()));
  const at = TOLD.replace(':settingId', settingId);
  return {
    ...{ at, setting, speaks: { toldAuthority: authorityId }, by: { accountId, name } },
    ...{ authorityId, told: true, bar: barred(setting, othersSpeak) },
  };
}

function barred({ name, status, closedOn }: Setting, othersSpeak: boolean): Refusal | null {
  return barOf({ name, closed: status === 'Closed', closedOn, othersSpeak });
}
