import type pg from 'pg';
import { KINDS, STAGES, statementsFor } from '../capabilities/experience/survey.ts';
import type { PlainDate } from '../shared/plain-date.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from './people.ts';

/* How it went, as the demonstration's families, settings and professionals say: who was asked of the last year's stages, a share of
   whom answered. Invented: no source says how families of an area answer. */

const WORDS = [
  'Somebody rang us each time something was decided. That helped.',
  'We told the same story four times.',
  'The letter was clear, but it came late.',
  'The meeting was at a time we could both come to.',
  'I did not know whom to ask in the holidays.',
] as const;

/** Puts who was asked, and what they answered, into the demonstration, once. */
export async function insertExperience(client: pg.Client, today: PlainDate): Promise<void> {
  const { code } = DEMO_AUTHORITY;
  const { rowCount } = await client.query(
    'select 1 from experience_invitations where authority_id = $1 limit 1',
    [code],
  );
  if (rowCount !== 0) return;
  await client.query('begin');
  await insertAsked(client, today);
  await insertOpen(client, today);
  await insertAnswered(client, today);
  await client.query('commit');
}

const draw = (seed: string, of: string) => `('x' || substr(md5('${seed}' || ${of}), 1, 7))::bit(28)::int`;

async function insertAsked(client: pg.Client, today: PlainDate): Promise<void> {
  await client.query(
    `insert into experience_invitations (authority_id, id, child_id, contact_id, organisation_id, stage, kind, subject_id, ended_on, asked_on, closes_on)
     select s.authority_id, md5('asked ' || s.stage || s.subject_id)::uuid, s.child_id, case when s.organisation_id is null then k.id end, s.organisation_id,
       s.stage, case when s.stage = 'consulting' then 'school' when s.stage = 'advising' then 'professional'
         when k.relationship ~* '^(the )?young person$' then 'young person' else 'family' end,
       s.subject_id, s.ended_on, asked.on_day, asked.on_day + 42
     from experience_stages s
     cross join lateral (select s.ended_on + case s.stage when 'placing' then 0 else 7 end as on_day) asked
     left join lateral (select id, relationship from children_contacts k where k.authority_id = s.authority_id and k.child_id = s.child_id
       and not k.restricted order by recorded_at, id limit 1) k on true
     where s.authority_id = $1 and asked.on_day between $2::date - 330 and $2::date - 1
       and (s.organisation_id is not null or k.id is not null)
       and ${draw('asked', 's.subject_id::text')} % 5 < case when s.organisation_id is null then 3 else 1 end
     on conflict do nothing`,
    [DEMO_AUTHORITY.code, today],
  );
}

/** Something to answer for whoever signs in as a parent, a young person, or the school that gives advice. */
async function insertOpen(client: pg.Client, today: PlainDate): Promise<void> {
  const id = (subject: string) => DEMO_PEOPLE.find((one) => one.subject === subject)?.id;
  await client.query(
    `insert into experience_invitations (authority_id, id, child_id, contact_id, stage, kind, subject_id, ended_on, asked_on, closes_on)
     select a.authority_id, gen_random_uuid(), a.child_id, k.id, 'deciding',
       case when k.relationship ~* '^(the )?young person$' then 'young person' else 'family' end,
       a.child_id, $2::date - 9, $2::date - 2, $2::date + 40
     from children_access a
     join children_contacts k on k.authority_id = a.authority_id and k.id = a.contact_id
     where a.authority_id = $1 and a.account_id = any($3::uuid[]) and a.ended_at is null`,
    [DEMO_AUTHORITY.code, today, [id('parent'), id('young-person')]],
  );
  await client.query(
    `insert into experience_invitations (authority_id, id, child_id, organisation_id, stage, kind, subject_id, ended_on, asked_on, closes_on)
     select distinct on (m.organisation_id) s.authority_id, gen_random_uuid(), s.child_id, m.organisation_id, s.stage,
       case s.stage when 'consulting' then 'school' else 'professional' end, s.subject_id, s.ended_on, $2::date - 2, $2::date + 40
     from experience_stages s join organisation_members m on m.organisation_id = s.organisation_id
     where s.authority_id = $1 and m.account_id = any($3::uuid[]) and s.ended_on < $2::date - 9
     order by m.organisation_id, s.ended_on desc
     on conflict do nothing`,
    [DEMO_AUTHORITY.code, today, [id('senco'), id('head')]],
  );
}

// Fewer of those whose children are older answered, so that there is somebody who was not heard. In an order that is nobody's.
async function insertAnswered(client: pg.Client, today: PlainDate): Promise<void> {
  const { code } = DEMO_AUTHORITY;
  const statements = KINDS.flatMap((kind) =>
    STAGES.flatMap((stage) => statementsFor(stage, kind).map(({ id }) => ({ kind, stage, id }))),
  );
  await client.query(
    `insert into experience_replies (authority_id, invitation_id, how, written_down)
     select i.authority_id, i.id, drawn.how, drawn.how = 'answered' and ${draw('down', 'i.id::text')} % 9 = 0
     from experience_invitations i join children c on c.authority_id = i.authority_id and c.id = i.child_id
     cross join lateral (select case
       when ${draw('how', 'i.id::text')} % 100 < case when c.born_on < $2::date - 4700 then 26 else 44 end then 'answered'
       when ${draw('how', 'i.id::text')} % 100 > 92 then 'declined' else 'closed' end as how) drawn
     where i.authority_id = $1 and i.asked_on < $2::date - 2 and (i.closes_on < $2::date or drawn.how <> 'closed')`,
    [code, today],
  );
  await client.query(
    `with answered as (select i.* from experience_invitations i
       join experience_replies r on r.authority_id = i.authority_id and r.invitation_id = i.id and r.how = 'answered'
       where i.authority_id = $1),
     sheets as (
       select a.authority_id, a.stage, a.kind, date_trunc('quarter', a.asked_on::timestamp)::date as quarter_on, s.id as question,
         ${draw('answer', 'a.id::text || s.id')} % 100 as drawn
       from answered a join jsonb_to_recordset($2) s (kind text, stage text, id text) on s.kind = a.kind and s.stage = a.stage)
     insert into experience_answers (authority_id, stage, kind, quarter_on, question, answer)
     select authority_id, stage, kind, quarter_on, question,
       case when drawn < 24 then 5 when drawn < 58 then 4 when drawn < 72 then 3 when drawn < 84 then 2 else 1 end
     from sheets where drawn < 94 order by gen_random_uuid()`,
    [code, JSON.stringify(statements)],
  );
  await client.query(
    `insert into experience_words (authority_id, stage, kind, quarter_on, words)
     select i.authority_id, i.stage, i.kind, date_trunc('quarter', i.asked_on::timestamp)::date,
       ($2::text[])[1 + ${draw('words', 'i.id::text')} % $3]
     from experience_invitations i
     join experience_replies r on r.authority_id = i.authority_id and r.invitation_id = i.id and r.how = 'answered'
     where i.authority_id = $1 and i.contact_id is not null and ${draw('wrote', 'i.id::text')} % 6 = 0
     order by gen_random_uuid()`,
    [code, WORDS, WORDS.length],
  );
}
