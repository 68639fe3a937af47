import { type Day, dateOf } from './calendar.ts';
import type { Person } from './people.ts';
import { caseRows } from './rows-cases.ts';
import { eventRows } from './rows-events.ts';
import { planRows } from './rows-plans.ts';
import { requestRows } from './rows-requests.ts';
import { at, BY, each, type Of, type Written } from './table.ts';

/* What the service would have written of everybody, table by table, in an order in which each row finds those it points to. */

/** Every table of one authority, each with its rows made as they are asked for. */
export function tablesOf(of: Of): Written[] {
  return [
    settingRows(of),
    ...childRows(of),
    ...requestRows(of),
    ...planRows(of),
    eventRows(of),
    caseRows(of),
  ];
}

function settingRows({ authority: { code, name: la }, settings }: Of): Written {
  return {
    table: 'settings',
    columns: [
      ...['id', 'name', 'la_code', 'la_name', 'type', 'phase', 'status', 'age_from', 'age_to', 'section_41'],
      ...[
        'capacity',
        'type_group',
        'ofsted_number',
        'address_lines',
        'town',
        'postcode',
        'fictional',
        'content_hash',
      ],
    ],
    rows: settings.map(
      ({ ages: [from, to], section41, capacity, typeGroup, ofstedNumber, ...one }, place) => [
        ...[one.id, one.name, code, la, one.type, one.phase, 'Open', from, to, section41],
        ...[
          capacity,
          typeGroup,
          ofstedNumber,
          '{"1 Example Road"}',
          'Example',
          `WX${1 + (place % 9)} 1AA`,
          true,
          'invented',
        ],
      ],
    ),
  };
}

function firstDay({ request, plan }: Person): Day {
  return request?.receivedOn ?? plan?.openedOn ?? 0;
}

function childRows({ authority: { code }, people, ids }: Of): Written[] {
  const child = (one: Person) => ids('child', one.number);
  const who = ['given_names', 'family_name', 'born_on', 'sex'];
  const whoIs = (one: Person) => [one.given, one.family, dateOf(one.bornOn), one.sex === 0 ? 'M' : 'F'];
  return [
    {
      table: 'children',
      columns: ['authority_id', 'id', ...who, 'address_lines', 'postcode', 'setting_id', 'recorded_at'],
      rows: each(people, firstDay, (one, day) => [
        ...[code, child(one), ...whoIs(one)],
        ...['{"1 Example Street"}', one.postcode, one.setting?.id ?? null, at(day)],
      ]),
    },
    {
      table: 'children_contacts',
      columns: [
        ...['authority_id', 'id', 'child_id', 'name', 'relationship', 'email', 'address_lines', 'postcode'],
        ...['parental_responsibility', 'prefers', 'recorded_at'],
      ],
      rows: each(people, firstDay, (one, day) => [
        ...[code, ids('contact', one.number), child(one), one.parent, one.mother ? 'mother' : 'father'],
        ...[`family.${code}.${one.number}@families.example`, '{"1 Example Street"}', one.postcode],
        ...[true, 'email', at(day)],
      ]),
    },
    {
      table: 'children_particulars',
      columns: [
        ...['authority_id', 'child_id', 'version', 'part', ...who],
        ...['ethnicity', 'recorded_by', 'recorded_at'],
      ],
      rows: each(people, firstDay, (one, day) => [
        ...[code, child(one), 1, 'as first recorded', ...whoIs(one)],
        ...[one.ethnicityCode, BY, at(day)],
      ]),
    },
    {
      table: 'children_circumstances',
      columns: ['authority_id', 'id', 'child_id', 'kind', 'need', 'from_on', 'recorded_by', 'recorded_at'],
      rows: each(
        people,
        (one) => one.needCode,
        (one, need) => {
          const day = one.plan?.openedOn ?? 0;
          return [code, ids('need', one.number), child(one), 'primary need', need, dateOf(day), BY, at(day)];
        },
      ),
    },
  ];
}
