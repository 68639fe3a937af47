import { dateOf } from './calendar.ts';
import type { Ids } from './ids.ts';
import { KINDS } from './kinds.ts';
import type { Person } from './people.ts';
import { finalContent, kept } from './plan-text.ts';
import { at, BY, each, type Of, type Written } from './table.ts';

/** Plans, what each says as it was issued, what it names, and where the child is. */
export function planRows({ authority: { code }, people, ids, words }: Of): Written[] {
  const child = (one: Person) => ids('child', one.number);
  const plan = (one: Person) => ids('plan', one.number);
  const version = (one: Person) => ids('version', one.number);
  const issued = (one: Person) =>
    one.named === null || one.plan?.issuedOn == null ? null : { ...one.named, on: one.plan.issuedOn };
  return [
    {
      table: 'plans',
      columns: ['authority_id', 'id', 'child_id', 'request_id', 'assessment_id', 'opened_on', 'recorded_at'],
      rows: each(
        people,
        (one) => one.plan,
        (one, { openedOn }) => [
          ...[code, plan(one), child(one), one.request && ids('request', one.number)],
          ...[one.request && ids('assessment', one.number), dateOf(openedOn), at(openedOn)],
        ],
      ),
    },
    {
      table: 'plan_versions',
      columns: [
        ...['authority_id', 'id', 'plan_id', 'child_id', 'kind', 'number', 'content', 'content_hash'],
        ...['sent_on', 'served_on', 'officer', 'recorded_at'],
      ],
      rows: each(people, issued, (one, { on, sectionI }) => {
        const { text, hash } = kept(
          finalContent(aboutPlan(one, ids, sectionI), one.number < words ? one.number : null),
        );
        return [
          ...[code, version(one), plan(one), child(one), 'final', 1, text, hash],
          ...[dateOf(on), dateOf(on), BY, at(on)],
        ];
      }),
    },
    {
      table: 'placement_namings',
      columns: [
        ...['authority_id', 'version_id', 'place', 'plan_id', 'child_id', 'version_number', 'kind'],
        ...[
          'setting_id',
          'setting_name',
          'setting_type',
          'attendance',
          'must_admit',
          'named_on',
          'recorded_at',
        ],
      ],
      rows: each(people, issued, (one, { on, sectionI, mustAdmit }) => {
        const type =
          sectionI.kind === 'named' ? sectionI.settings[0].type : 'type' in sectionI ? sectionI.type : null;
        return [
          ...[code, version(one), 1, plan(one), child(one), 1, sectionI.kind, one.setting?.id ?? null],
          ...[one.setting?.name ?? null, type, type === null ? null : 'daily', mustAdmit, dateOf(on), at(on)],
        ];
      }),
    },
    {
      table: 'placements',
      columns: [
        ...['authority_id', 'id', 'child_id', 'kind', 'rank', 'setting_id', 'setting_name', 'provided_in'],
        ...['words', 'from_on', 'recorded_by', 'recorded_at'],
      ],
      rows: each(
        people,
        (one) => {
          const written = one.kind === null ? undefined : KINDS[one.kind]?.written;
          return written?.placement === 'none' ? null : written;
        },
        (one, written) => {
          const on = (one.plan?.issuedOn ?? 0) + 2;
          return [
            ...[code, ids('placement', one.number), child(one), written.placement, 1],
            ...[one.setting?.id ?? null, one.setting?.name ?? null],
            written.placement === 'setting' ? (written.providedIn ?? null) : null,
            ...['words' in written ? written.words : '', dateOf(on), BY, at(on)],
          ];
        },
      ),
    },
  ];
}

function aboutPlan(one: Person, ids: Ids, sectionI: NonNullable<Person['named']>['sectionI']) {
  return {
    ...{ forename: one.given, surname: one.family, bornOn: dateOf(one.bornOn) },
    ...{ sex: one.sex === 0 ? 'Male' : 'Female', ethnicity: one.ethnicityCode ?? '', sectionI },
    contact: {
      id: ids('contact', one.number),
      name: one.parent,
      relationship: one.mother ? 'mother' : 'father',
    },
  };
}
