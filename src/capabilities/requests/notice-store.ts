import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild } from '../children/index.ts';
import type { AttendedSetting, BodyOffice, Notice, Office, Told, Way } from './notice.ts';
import { BODIES, NOTICES, OFFICES } from './notice.ts';
import type { Request } from './request.ts';

/* Whom an authority tells of requests beside the family, and whom it told of which. */

export type Named = { office: BodyOffice; way: Way };

/** Whom the authority names now for each office that has anybody. */
export async function listBodies(tx: Tx): Promise<Named[]> {
  const rows = await tx
    .selectFrom('notified_bodies as said')
    .leftJoin('organisations', 'organisations.id', 'said.organisation_id')
    .select(['said.office', 'said.organisation_id', 'said.name', 'said.email', 'organisations.name as at'])
    .distinctOn('said.office')
    .orderBy('said.office')
    .orderBy('said.said_at', 'desc')
    .execute();
  return rows.flatMap<Named>(({ office, organisation_id, name, email, at }) => {
    const known = BODIES.find((one) => one === office);
    if (known === undefined) return [];
    if (organisation_id !== null)
      return [{ office: known, way: { name: at ?? '', organisationId: organisation_id, email: null } }];
    if (name === null || email === null) return [];
    return [{ office: known, way: { name, organisationId: null, email } }];
  });
}

/** The organisations an authority may name: health bodies, and social care. */
export async function listBodyOrganisations(
  tx: Tx,
): Promise<{ id: Uuid; name: string; office: BodyOffice }[]> {
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'kind'])
    .where('kind', 'in', ['health', 'social care'])
    .orderBy('name')
    .execute();
  return rows.map(({ id, name, kind }) => ({
    id,
    name,
    office: kind === 'health' ? 'commissioning body' : 'social care',
  }));
}

export async function insertBody(
  tx: Tx,
  authorityId: number,
  { office, way }: Named,
  by: Uuid,
): Promise<void> {
  await tx
    .insertInto('notified_bodies')
    .values({
      authority_id: authorityId,
      id: randomUUID(),
      office,
      organisation_id: way.organisationId,
      name: way.organisationId === null ? way.name : null,
      email: way.email,
      said_by: by,
    })
    .execute();
}

/** Who was told of a request, and of what. */
export async function listTold(tx: Tx, requestId: Uuid): Promise<Told[]> {
  const rows = await tx
    .selectFrom('request_notices')
    .select([
      'notice',
      'office',
      'name',
      'organisation_id as organisationId',
      'letter_id as letterId',
      'told_how as how',
      'told_on as on',
      'told_by as by',
    ])
    .where('request_id', '=', requestId)
    .execute();
  const told = rows.flatMap(({ notice, office, ...rest }) => {
    const [of, to] = [NOTICES.find((one) => one === notice), OFFICES.find((one) => one === office)];
    return of === undefined || to === undefined ? [] : [{ ...rest, notice: of, office: to }];
  });
  return told.sort((one, other) => rank(one) - rank(other));
}

function rank({ notice, office }: { notice: Notice; office: Office }): number {
  return NOTICES.indexOf(notice) * OFFICES.length + OFFICES.indexOf(office);
}

/** Keeps that somebody was told. */
export async function insertTold(tx: Tx, request: Request, told: Told): Promise<void> {
  await tx
    .insertInto('request_notices')
    .values({
      authority_id: request.authorityId,
      request_id: request.id,
      child_id: request.childId,
      notice: told.notice,
      office: told.office,
      name: told.name,
      organisation_id: told.organisationId,
      letter_id: told.letterId,
      told_how: told.how,
      told_on: told.on,
      told_by: told.by,
    })
    .execute();
}

const SETTING_KINDS = ['school or college', 'nursery', 'alternative provision'];

/** Where the child is: as the file has it, or else the school, nursery or college that asked or brought them to attention. */
export async function findAttended(tx: Tx, request: Request): Promise<AttendedSetting | null> {
  const child = await findChild(tx, request.childId);
  if (child !== undefined && child.settingId !== null) {
    const setting = await tx
      .selectFrom('settings')
      .leftJoin('organisations', 'organisations.setting_id', 'settings.id')
      .select(['settings.name', 'organisations.id', 'address_lines', 'postcode', 'phone'])
      .where('settings.id', '=', child.settingId)
      .executeTakeFirst();
    if (setting === undefined) return null;
    const { name, id, address_lines: lines, postcode, phone } = setting;
    const reach = [...lines, postcode ?? '', phone ?? ''].filter((part) => part !== '').join(', ');
    return { name, organisationId: id, reach };
  }
  if (request.organisationId === null) return null;
  const asked = await tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', '=', request.organisationId)
    .where('kind', 'in', SETTING_KINDS)
    .executeTakeFirst();
  return asked === undefined ? null : { name: asked.name, organisationId: asked.id, reach: '' };
}
