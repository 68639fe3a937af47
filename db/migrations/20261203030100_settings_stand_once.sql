-- What a setting stands as now is looked up once for each setting, and no more once for each child who is there.
create view placement_settings with (security_invoker = true) as
select was.id as setting_id, s.id as now_id, s.type, s.type_group, s.ofsted_number is not null and s.urn is null as early_years
from settings was
left join settings s on s.id = case when was.status = 'Closed' then placement_setting_now(was.id) else was.id end;
comment on view placement_settings is 'Each setting as the register now has it: itself, or the only one that came after it, and what kind that is. A published contract of placements.';
grant select on placement_settings to app;

create or replace function placement_stages(on_day date) returns table (authority_id integer, child_id uuid, stage text, since date)
language sql stable as $$
  with namings as materialized (select authority_id, child_id, kind, named_on, setting_id from placement_named),
  places as materialized (select authority_id, child_id, kind, from_on, until_on, setting_id, setting_name from placement_spells),
  -- Each setting once, of however many children: thousands are at hundreds.
  stands as materialized (select setting_id, now_id from placement_settings
    where setting_id in (select setting_id from namings union select setting_id from places)),
  named as (
    select n.authority_id, n.child_id, min(n.kind) as kind, min(n.named_on) as named_on,
      array_remove(array_agg(distinct stands.now_id order by stands.now_id), null) as ids
    from namings n left join stands on stands.setting_id = n.setting_id group by n.authority_id, n.child_id),
  spells as (
    select s.authority_id, s.child_id,
      count(*) filter (where now.is_so) as now_count,
      count(*) filter (where now.is_so and s.kind = 'awaiting') as awaiting,
      count(*) filter (where s.from_on > on_day) as to_start,
      bool_or(now.is_so and s.kind = 'home education') as at_home,
      bool_or(now.is_so and s.kind = 'arranged by the family') as own,
      bool_or(now.is_so and s.kind = 'otherwise than in a school') as otherwise,
      bool_or(now.is_so and s.kind in ('setting', 'package') and stands.now_id is null and s.setting_name is not null) as unlisted,
      array_remove(array_agg(distinct stands.now_id order by stands.now_id) filter (where now.is_so), null) as ids,
      min(s.from_on) filter (where now.is_so) as since,
      max(s.until_on) filter (where s.until_on < on_day) as left_on
    from places s left join stands on stands.setting_id = s.setting_id
    cross join lateral (select s.from_on <= on_day and (s.until_on is null or s.until_on >= on_day) as is_so) now
    group by s.authority_id, s.child_id)
  select authority_id, child_id,
    case
      when coalesce(spells.now_count, 0) = 0 then
        case when spells.to_start > 0 then 'to start' when named.kind is null then 'nothing recorded' else 'no place recorded' end
      when spells.awaiting = spells.now_count then 'awaiting a place'
      when spells.at_home then 'educated at home'
      when spells.own then 'arranged by the family'
      when spells.ids = '{}' and not spells.unlisted then
        case when named.kind = 'named' then 'placed otherwise than named' else 'otherwise than in a school' end
      when named.kind is null or named.kind = 'type only' then 'placed'
      when named.kind = 'named' and not spells.unlisted and named.ids = spells.ids then 'placed as named'
      else 'placed otherwise than named'
    end,
    coalesce(spells.since, greatest(named.named_on, spells.left_on + 1), named.named_on)
  from named full join spells using (authority_id, child_id) $$;
