import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { STAGES, statementsFor } from '../../experience/index.ts';
import { faultOf } from '../disclosure/table.ts';
import { cellsOf } from './cells.ts';
import { EXPERIENCE_MEASURE_IDS, EXPERIENCE_MEASURES, responseOf } from './experience-measures.ts';
import { aChild } from './facts-examples.ts';
import { refreshCounts } from './refresh.ts';

/* What people say, counted live: from the view as from the rows one after another. */

test('every statement that is put to somebody is a measure, in the same words, and no other is', () => {
  const kinds = ['family', 'young-person', 'school', 'professional'] as const;
  const asked = kinds.flatMap((who) => {
    const kind = who === 'young-person' ? 'young person' : who;
    return STAGES.flatMap((stage) => statementsFor(stage, kind)).map(
      ({ id, words }) => `${who}-${id}: ${words}`,
    );
  });
  const measured = EXPERIENCE_MEASURE_IDS.filter((id) => responseOf(id) !== id).map(
    (id) => `${id}: ${EXPERIENCE_MEASURES[id].words}`,
  );
  expect(measured.toSorted()).toEqual([...new Set(asked)].toSorted());
});

test('the measures are what the rows come to, one after another, by the year people were asked in; and they hang together', async () => {
  const authority = await anAuthority();
  const owner = ownerPool();
  const organisationId = randomUUID();
  await owner.query(`insert into organisations (id, kind, name) values ($1, 'health', $2)`, [
    ...[organisationId, `Northmoor ${organisationId}`],
  ]);
  const childId = await aChild(authority);
  const contactId = randomUUID();
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Ann', 'parent', 'ann@hartwell.example', true)`,
    [authority, contactId, childId],
  );
  const plain = new Map<string, { agreed: number; of: number }>();
  const add = (key: string, agreed: boolean) => {
    const so = plain.get(key) ?? { agreed: 0, of: 0 };
    plain.set(key, { agreed: so.agreed + Number(agreed), of: so.of + 1 });
  };
  for (let at = 0; at < 120; at += 1) {
    const kind = (['family', 'young person', 'school', 'professional'] as const)[at % 4] ?? 'family';
    const family = kind === 'family' || kind === 'young person';
    const stage = family
      ? (['deciding', 'assessing', 'planning', 'placing'][at % 3] ?? 'deciding')
      : kind === 'school'
        ? 'consulting'
        : 'advising';
    const year = at % 5 === 0 ? 2024 : 2025;
    const how = (['answered', 'answered', 'declined', 'closed', null] as const)[Math.floor(at / 4) % 5];
    const id = randomUUID();
    const quarter = `${year}-${at % 2 === 0 ? '01' : '10'}`;
    await owner.query(
      `insert into experience_invitations (authority_id, id, child_id, contact_id, organisation_id, stage, kind, subject_id, ended_on, asked_on, closes_on)
       values ($1, $2, $3, $4, $5, $6, $7, gen_random_uuid(), $8, $8, $8::date + 42)`,
      [
        authority,
        id,
        childId,
        family ? contactId : null,
        family ? null : organisationId,
        stage,
        kind,
        `${quarter}-20`,
      ],
    );
    if (how === null || how === undefined) continue;
    await owner.query(
      'insert into experience_replies (authority_id, invitation_id, how) values ($1, $2, $3)',
      [...[authority, id, how]],
    );
    add(`${kind} answered ${year}`, how === 'answered');
    if (how !== 'answered') continue;
    const statements = statementsFor(STAGES.find((one) => one === stage) ?? 'deciding', kind);
    for (const [place, { id: question }] of statements.entries()) {
      const answer = (at + place) % 6;
      if (answer === 0) continue;
      await owner.query(
        `insert into experience_answers (authority_id, stage, kind, quarter_on, question, answer) values ($1, $2, $3, $4, $5, $6)`,
        [authority, stage, kind, `${quarter}-01`, question, answer],
      );
      add(`${kind} ${question} ${year}`, answer >= 4);
    }
  }
  const { app, services } = await testApp(authority, '2026-03-10');
  const counts = await refreshCounts(services, authority);
  await app.close();
  for (const id of EXPERIENCE_MEASURE_IDS)
    for (const year of [2024, 2025]) {
      const { who, question } = EXPERIENCE_MEASURES[id];
      const { agreed, of } = plain.get(`${who.replace('-', ' ')} ${question} ${year}`) ?? {
        agreed: 0,
        of: 0,
      };
      const found = counts.find((one) => one.measure === id && one.year === year);
      expect([id, year, found?.numerator, found?.denominator]).toEqual([id, year, agreed, of]);
    }
  expect(faultOf(cellsOf(counts).table)).toBeNull();
});
