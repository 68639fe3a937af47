import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type Actor, withLens } from '../lens/index.ts';
import { aScene, family, organisation, type Scene, visitor } from './child-file.examples.ts';
import {
  attachDraftDocuments,
  findDocument,
  listDocuments,
  listDraftDocuments,
  removeDraftDocument,
  shareDocument,
  stopSharingDocument,
  withholdDocument,
} from './index.ts';

let scene: Scene;
let childId: string;
let school: string;

beforeAll(async () => {
  scene = await aScene();
});
afterAll(() => scene.service.app.close());
beforeEach(async () => {
  childId = await scene.aChild();
  school = await scene.anOrganisation();
});

describe('who sees a document', () => {
  test('the authority and the child’s family; not another authority, family or organisation', async () => {
    const id = await scene.stored(scene.staff, { childId });
    const elsewhere: Actor = { kind: 'system', authorityId: await anAuthority('Elsewhere') };
    expect(await scene.seenBy(scene.staff, id)).toMatchObject({
      title: 'Report.pdf',
      uploadedByName: 'Priya Raman',
    });
    expect(await scene.seenBy(family(childId), id)).toBeDefined();
    for (const other of [
      elsewhere,
      family(await scene.aChild()),
      organisation(school),
      visitor(randomUUID()),
    ]) {
      expect(await scene.seenBy(other, id)).toBeUndefined();
    }
  });

  test('not the family, once it is lawfully withheld', async () => {
    const id = await scene.stored(scene.staff, { childId });
    await letSee(scene.staff, id, 'withhold');
    expect(await scene.seenBy(family(childId), id)).toBeUndefined();
    expect(await scene.seenBy(scene.staff, id)).toMatchObject({ withheldFromFamily: true });
  });

  test('an organisation, from when it is shared until it is not', async () => {
    const id = await scene.stored(scene.staff, { childId });
    await letSee(scene.staff, id, 'share');
    await letSee(scene.staff, id, 'share');
    expect(await scene.seenBy(organisation(school), id)).toBeDefined();
    expect(await scene.seenBy(organisation(await scene.anOrganisation()), id)).toBeUndefined();
    await letSee(scene.staff, id, 'stop');
    expect(await scene.seenBy(organisation(school), id)).toBeUndefined();
  });

  test('the organisation that sent it, which may only send for a child put before it', async () => {
    await expect(scene.stored(organisation(school), { childId })).rejects.toThrow('row-level security');
    await ownerPool().query(
      `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'attends', '2024-09-01')`,
      [scene.authority, childId, school],
    );
    const id = await scene.stored(organisation(school), { childId });
    expect(await scene.seenBy(organisation(school), id)).toBeDefined();
    expect(await scene.seenBy(organisation(await scene.anOrganisation()), id)).toBeUndefined();
  });

  test('a family may add to its own child’s file and no other', async () => {
    expect(await scene.stored(family(childId), { childId })).toBeDefined();
    await expect(scene.stored(family(childId), { childId: await scene.aChild() })).rejects.toThrow(
      'row-level security',
    );
  });

  test('a visitor sees and takes back what they attached, until the request is sent', async () => {
    const draftId = randomUUID();
    const first = await scene.stored(visitor(draftId), { draftId }, 'One.pdf');
    const second = await scene.stored(visitor(draftId), { draftId }, 'Two.pdf');
    await withLens(scene.service.services.database, visitor(draftId), async (tx) => {
      await removeDraftDocument(tx, draftId, second);
      expect((await listDraftDocuments(tx, draftId)).map(({ title }) => title)).toEqual(['One.pdf']);
    });
    await withLens(scene.service.services.database, scene.staff, (tx) =>
      attachDraftDocuments(tx, draftId, childId),
    );
    await withLens(scene.service.services.database, visitor(draftId), (tx) =>
      removeDraftDocument(tx, draftId, first),
    );
    const listed = await withLens(scene.service.services.database, family(childId), (tx) =>
      listDocuments(tx, childId),
    );
    expect(listed.map(({ id }) => id)).toEqual([first]);
  });
});

test('adding and sharing are events on the child’s file, and say nothing of the content', async () => {
  const id = await scene.stored(scene.staff, { childId }, 'About Amira.pdf');
  await letSee(scene.staff, id, 'share');
  const { rows } = await ownerPool().query(
    'select kind, subject_id, data from events where child_id = $1 order by recorded_at',
    [childId],
  );
  expect(rows).toEqual([
    { kind: 'document added', subject_id: id, data: {} },
    { kind: 'document shared', subject_id: id, data: {} },
  ]);
});

async function letSee(actor: Actor, id: string, change: 'share' | 'stop' | 'withhold') {
  await withLens(scene.service.services.database, actor, async (tx) => {
    const document = await findDocument(tx, id);
    if (document === undefined) throw new Error('not there');
    if (change === 'withhold') await withholdDocument(tx, document, 'It would put Amira at risk');
    else if (change === 'share') await shareDocument(tx, document, school);
    else await stopSharingDocument(tx, document, school);
  });
}
