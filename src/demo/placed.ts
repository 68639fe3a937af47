import type pg from 'pg';
import type { PlainDate } from '../shared/plain-date.ts';
import { DEMO_AUTHORITY } from './people.ts';

/* Where the children with final plans are, in one transaction of a few statements: as often elsewhere than in a setting as
   published (EES, EHC plans 2025: January 2025), whether their settings admitted them, and what was answered. */

/** In thousandths of all plans, each with those before it: home education 11, by the authority 18, by parents 2, none 37. */
const ELSEWHERE = {
  'home education': 11,
  'otherwise than in a school': 29,
  'arranged by the family': 31,
  awaiting: 68,
};
const WORDS = {
  'home education': 'Taught at home by the family.',
  'otherwise than in a school': 'A tutor and a therapist at home, and a small group twice a week.',
  'arranged by the family': 'The family has arranged an online school.',
  awaiting: 'The setting named has no room until a class is moved.',
};

/** Puts where they are into the demonstration, once. */
export async function insertPlaced(client: pg.Client, today: PlainDate): Promise<void> {
  const { code } = DEMO_AUTHORITY;
  const { rowCount } = await client.query('select 1 from placements where authority_id = $1 limit 1', [code]);
  if (rowCount !== 0) return;
  await client.query('begin');
  await insertNamings(client);
  await client.query(
    `with drawn as (
       select n.*, ('x' || substr(md5(n.child_id::text), 1, 7))::bit(28)::int as draw,
         least(case when n.version_number = 1 then n.named_on
             -- An amended plan named it for the school year that began after.
             else make_date(extract(year from n.named_on)::int, 9, 1) end
           + 2 + ('x' || substr(md5(n.child_id::text), 9, 7))::bit(28)::int % 18, $2::date) as from_on
       from placement_namings n where n.authority_id = $1 and n.until_on is null and n.place = 1 and n.kind = 'named'
         and n.named_on + 5 < $2::date),
     kinds as (
       select drawn.*, case when draw % 1000 < $3 then 'home education' when draw % 1000 < $4 then 'otherwise than in a school'
         when draw % 1000 < $5 then 'arranged by the family' when draw % 1000 < $6 then 'awaiting' else 'setting' end as is_kind
       from drawn)
     insert into placements (authority_id, id, child_id, kind, rank, setting_id, setting_name, words, from_on, recorded_by, recorded_at)
     select authority_id, md5('placement ' || child_id)::uuid, child_id, is_kind, 1,
       case when is_kind = 'setting' then setting_id end, case when is_kind = 'setting' then setting_name end,
       coalesce($7::jsonb ->> is_kind, ''), began_on, 'Priya Raman', began_on + time '11:00'
     from kinds cross join lateral (select case is_kind
       -- Whoever has no place now has had none for some months, however old the plan is.
       when 'awaiting' then greatest(from_on, $2::date - 3 - draw / 1000 % 200) else from_on end as began_on) began`,
    [code, today, ...Object.values(ELSEWHERE), JSON.stringify(WORDS)],
  );
  await client.query(
    `insert into placement_admissions (authority_id, id, version_id, place, child_id, organisation_id, admitted_on, why_not, said_by, said_on, recorded_by)
     select n.authority_id, md5('admission ' || n.version_id)::uuid, n.version_id, n.place, n.child_id, n.organisation_id, p.from_on, '',
       'Priya Raman', p.from_on, 'Priya Raman'
     from placement_namings n
     join placements p on p.authority_id = n.authority_id and p.child_id = n.child_id and p.setting_id = n.setting_id
     where n.authority_id = $1 and n.until_on is null and n.must_admit`,
    [code],
  );
  await insertAnswered(client, today);
  await client.query(
    `update children c set setting_id = p.setting_id from placements p
     where p.authority_id = $1 and c.authority_id = p.authority_id and c.id = p.child_id`,
    [code],
  );
  await client.query('commit');
}

/** As the service writes it of each plan it issues. */
async function insertNamings(client: pg.Client): Promise<void> {
  await client.query(
    `insert into placement_namings (authority_id, version_id, place, plan_id, child_id, version_number, kind, setting_id, setting_name,
       setting_type, attendance, must_admit, organisation_id, named_on, recorded_at)
     select v.authority_id, v.id, one.place, v.plan_id, v.child_id, v.number, 'named', s.id, one.setting ->> 'name', one.setting ->> 'type',
       one.setting ->> 'attendance', one.setting ->> 'type' in ('maintained school', 'maintained nursery school', 'Academy',
         'further education institution', 'non-maintained special school', 'independent institution approved under section 41'),
       o.id, v.sent_on, v.recorded_at
     from plan_versions v
     cross join lateral jsonb_array_elements(v.content -> 'sectionI' -> 'settings') with ordinality one (setting, place)
     join settings s on s.id = (one.setting ->> 'settingId')::uuid
     left join organisations o on o.setting_id = s.id
     where v.authority_id = $1 and v.kind = 'final' and v.content -> 'sectionI' ->> 'kind' = 'named'
     on conflict do nothing`,
    [DEMO_AUTHORITY.code],
  );
  await client.query(
    `update placement_namings n set until_on = later.named_on from placement_namings later
     where n.authority_id = $1 and later.authority_id = n.authority_id and later.plan_id = n.plan_id
       and later.version_number = n.version_number + 1 and n.until_on is null`,
    [DEMO_AUTHORITY.code],
  );
}

// Asked six weeks after they started; what was asked within the last year is not all answered, nor all in place.
async function insertAnswered(client: pg.Client, today: PlainDate): Promise<void> {
  const { code } = DEMO_AUTHORITY;
  await client.query(
    `insert into placement_checks (authority_id, id, child_id, placement_id, version_id, kind, organisation_id, asks_family, asked_on, answer_by, reminded_on, recorded_at)
     select p.authority_id, md5('check ' || p.id)::uuid, p.child_id, p.id, n.version_id, 'in place', r.organisation_id, true,
       p.from_on + 42, p.from_on + 56, case when p.from_on + 51 <= $2::date then p.from_on + 51 end, (p.from_on + 42) + time '02:00'
     from placements p
     join placement_namings n on n.authority_id = p.authority_id and n.child_id = p.child_id and n.until_on is null and n.place = 1
     left join plan_recipients r on r.authority_id = n.authority_id and r.version_id = n.version_id
       and r.organisation_id = n.organisation_id and p.kind = 'setting'
     where p.authority_id = $1 and p.kind in ('setting', 'otherwise than in a school') and p.from_on + 42 <= $2::date`,
    [code, today],
  );
  await client.query(
    `insert into placement_answers (authority_id, id, check_id, child_id, party, lines, said_by, said_on, recorded_by, recorded_at)
     select c.authority_id, md5('answer ' || party || c.id)::uuid, c.id, c.child_id, party,
       (select coalesce(jsonb_agg(case when at = 1 and asked_on > $2::date - 365 and draw % 9 = 0
           then jsonb_build_object('row', line, 'answer', 'partly', 'words', 'It is less often than the plan says.')
           else jsonb_build_object('row', line, 'answer', 'yes', 'words', '') end), '[]')
         from jsonb_path_query(v.content, '$.areas.*.provisions[*] ? (@.section == "F").id') with ordinality lines (line, at)),
       case party when 'family' then k.name else 'The SENCO' end, c.asked_on + 6, 'Priya Raman', (c.asked_on + 6) + time '11:00'
     from (select c.*, party, ('x' || substr(md5(party || c.child_id), 17, 7))::bit(28)::int as draw
       from placement_checks c cross join unnest('{setting,family}'::text[]) party) c
     join placements p on p.authority_id = c.authority_id and p.id = c.placement_id
     join plan_versions v on v.authority_id = c.authority_id and v.id = c.version_id
     join lateral (select name from children_contacts k where k.authority_id = c.authority_id and k.child_id = c.child_id
       order by recorded_at, id limit 1) k on true
     where c.authority_id = $1 and c.asked_on + 6 <= $2::date and (c.asked_on < $2::date - 365 or draw % 12 <> 0)
       and (party = 'family' or p.kind = 'setting')`,
    [code, today],
  );
}
