import { AUTHORITIES, type AuthorityOfEngland, predecessorsOf } from './england.ts';
import { FLOWS, type Flow, flowOf, YEARS } from './figures.ts';
import { AGES, ETHNICITIES, KINDS, NEEDS, YOUNGEST } from './kinds.ts';
import type { Dataset, Published, PublishedRow } from './published.ts';
import { sum, type Table } from './rounding.ts';
import { KINDS_BY_AGE, NEEDS_BY_KIND, type Shape, shapesOfFigures } from './shapes.ts';

/* Each authority as the release has it. Where it says nothing of one, England's pattern; where it cannot be right, its region's. */

const STOCK = 2025;
const BY_AGE = 'child or young persons age';

/** What a release says of each authority. An authority it says nothing of stays as the national figures have it. */
export function shapesOfRelease(published: Published): Shape[] {
  const find = finder(published);
  const corrected = correctNewPlans(find);
  const shapes = shapesOfFigures().map((national): Shape => {
    const { code, plans } = national.authority;
    const total = (column: string) => find('caseload', code, STOCK)?.value(column) ?? 0;
    const authority = { ...national.authority, plans: total('ehcplans') || plans };
    return {
      authority,
      ages: known(
        AGES.map((age) => find('caseload', code, STOCK, BY_AGE, ageName(age))?.value('ehcplans') ?? 0),
        national.ages,
      ),
      sexes: known(
        ['male', 'female'].map((sex) => find('caseload', code, STOCK, 'sex', sex)?.value('ehcplans') ?? 0),
        national.sexes,
      ),
      ethnicities: known(
        ETHNICITIES.map(([name]) => find('caseload', code, STOCK, 'ethnicity', name)?.value('ehcplans') ?? 0),
        national.ethnicities,
      ),
      needs: known(
        NEEDS.map((need) => find('sen_needs_all_plans', code, STOCK)?.value(needColumn(need)) ?? 0),
        national.needs,
      ),
      kinds: withUnrecorded(
        KINDS.map(({ column }) => total(column)),
        authority.plans,
      ),
      kindsByAge: known2(
        AGES.map((age) =>
          KINDS.map(({ column }) => find('caseload', code, STOCK, BY_AGE, ageName(age))?.value(column) ?? 0),
        ),
        KINDS_BY_AGE,
      ),
      needsByKind: known2(
        KINDS.map(({ named }) =>
          NEEDS.map(
            (need) =>
              find('sen_needs_all_plans', code, STOCK, 'type of placement', named)?.value(needColumn(need)) ??
              0,
          ),
        ),
        NEEDS_BY_KIND,
      ),
      flows: YEARS.map((year, at) => flowFor(find, corrected, authority, year, FLOWS[at])),
    };
  });
  return withTheRest(shapes);
}

const TOOK = ['issued', 'issuedPlain', 'within20', 'within20Plain', 'over52', 'over52Plain'] as const;

/** How long plans took where an authority’s is not published: what England’s has over and above those whose is. */
function withTheRest(shapes: readonly Shape[]): Shape[] {
  const rests = FLOWS.map((national, at) => {
    const flows = shapes.flatMap(({ flows: all }) => all[at] ?? []);
    const missing = sum(flows.filter(({ issued }) => issued === 0).map(({ newPlans }) => newPlans));
    const of = (column: (typeof TOOK)[number]) =>
      Math.max(0, (national[column] ?? 0) - sum(flows.map((flow) => flow[column] ?? 0)));
    return { missing, of, known: of('issued') > 0 };
  });
  return shapes.map((shape) => ({
    ...shape,
    flows: shape.flows.map((flow, at) => {
      const rest = rests[at];
      if (rest === undefined || !rest.known || flow.issued > 0 || rest.missing === 0) return flow;
      const part = (column: (typeof TOOK)[number]) => (rest.of(column) * flow.newPlans) / rest.missing;
      const long = FLOWS[at]?.over52 !== null;
      return {
        ...flow,
        ...{ issued: part('issued'), issuedPlain: part('issuedPlain') },
        ...{ within20: part('within20'), within20Plain: part('within20Plain') },
        ...(long && { over52: part('over52'), over52Plain: part('over52Plain') }),
      };
    }),
  }));
}

type Find = (
  dataset: Dataset,
  area: number | string,
  year: number,
  topic?: string,
  breakdown?: string,
) => PublishedRow | undefined;

function finder(published: Published): Find {
  const key = (...parts: readonly (string | number)[]) => parts.join('|');
  const rows = new Map(
    Object.entries(published).flatMap(([dataset, all]) =>
      all.map((row) => [key(dataset, row.area, row.year, row.topic, row.breakdown), row] as const),
    ),
  );
  return (dataset, area, year, topic = '', breakdown = '') =>
    rows.get(key(dataset, area, year, topic, breakdown));
}

function ageName(age: number): string {
  return age === YOUNGEST ? 'under 3' : `age ${age}`;
}

function needColumn(need: string | null): string {
  return `number_${need?.toLowerCase() ?? 'need_unknown'}`;
}

/** Two authorities returned no placements: as in England's total, those are not recorded (the release's footnote 1). */
function withUnrecorded(kinds: readonly number[], plans: number): readonly number[] {
  const missing = Math.max(0, plans - sum(kinds));
  return kinds.map((count, at) => (KINDS[at]?.group === 'not recorded' ? count + missing : count));
}

function known(counts: readonly number[], otherwise: readonly number[]): readonly number[] {
  return sum(counts) > 0 ? counts : otherwise;
}

function known2(table: Table, otherwise: Table): Table {
  return table.some((row) => sum(row) > 0) ? table : otherwise;
}

// ——— Flows

const COLUMNS: readonly (readonly [keyof Flow, Dataset, string])[] = [
  ['requests', 'requests', 'requests_received_in_year'],
  ['refused', 'requests', 'requests_decided_not_to_assess'],
  ['assess', 'requests', 'requests_decided_to_assess'],
  ['pending', 'requests', 'requests_decision_not_made'],
  ['withdrawn', 'requests', 'requests_withdrawn'],
  ['withinSix', 'requests', 'request_outcome_six_weeks'],
  ['overSix', 'requests', 'request_outcome_over_6_weeks'],
  ['newPlans', 'newplans', 'new_ehc_plans'],
  ['issued', 'timeliness_20_week', 'plans_issued_den'],
  ['issuedPlain', 'timeliness_20_week', 'plans_issued_den_ex'],
  ['within20', 'timeliness_20_week', 'plans_issued_within_20_weeks'],
  ['within20Plain', 'timeliness_20_week', 'plans_issued_20_weeks_ex'],
  ['over52', 'timeliness_20_week', 'plans_issued_gt_1_year'],
  ['over52Plain', 'timeliness_20_week', 'plans_issued_gt_1_year_ex'],
  ['decidedToIssue', 'assessments', 'assess_issued'],
  ['notIssued', 'assessments', 'assess_not_issued'],
  ['within16', 'assessments', 'outcome_decision_within_time'],
  ['over16', 'assessments', 'outcome_decision_over_time'],
];

function flowFor(
  find: Find,
  corrected: Corrected,
  authority: AuthorityOfEngland,
  year: number,
  national: Flow | undefined,
): Flow {
  const flow = flowOf((column) => {
    const [, dataset, name] = COLUMNS.find(([one]) => one === column) ?? [column, 'requests', ''];
    return valueFor(find, authority, { dataset, name, year });
  });
  const newPlans = corrected.get(`${authority.code} ${year}`) ?? flow.newPlans;
  // Published of the requests of a year, but not how they were answered: nothing of the parts is known.
  const told = flow.assess === null && national?.assess === null;
  const parts = told ? flow : { ...flow, assess: flow.assess ?? Math.max(0, flow.requests - flow.refused) };
  return { ...parts, newPlans, decidedToIssue: flow.decidedToIssue || flow.issued || newPlans };
}

/** What was published of the authority, or its part of what was of the one whose place it took. */
function valueFor(
  find: Find,
  authority: AuthorityOfEngland,
  { dataset, name, year }: { dataset: Dataset; name: string; year: number },
): number | null {
  const own = find(dataset, authority.code, year);
  if (own !== undefined) return own.value(name);
  for (const { before, successors } of predecessorsOf(authority.code)) {
    const all = sum(AUTHORITIES.filter(({ code }) => successors.includes(code)).map(({ plans }) => plans));
    const one = find(dataset, before, year)?.value(name) ?? null;
    return one === null ? null : (one * authority.plans) / all;
  }
  return null;
}

type Corrected = ReadonlyMap<string, number>;

/**
 * The release of 2025 gives each authority of one region that region's own number of new plans for 2022. Where authorities come to
 * half as much again as their region, they are taken to share it as they do the plans counted for the 20 weeks.
 */
function correctNewPlans(find: Find): Corrected {
  const corrected = new Map<string, number>();
  for (const [region, members] of Map.groupBy(AUTHORITIES, (one) => one.region)) {
    for (const year of YEARS) {
      const given = find('newplans', region, year)?.value('new_ehc_plans') ?? null;
      const own = members.map((one) => find('newplans', one.code, year)?.value('new_ehc_plans') ?? 0);
      if (given === null || sum(own) <= given * 1.5) continue;
      const issued = members.map(
        (one) => find('timeliness_20_week', one.code, year)?.value('plans_issued_den') ?? 0,
      );
      members.forEach((one, at) => {
        corrected.set(`${one.code} ${year}`, (given * (issued[at] ?? 0)) / sum(issued));
      });
    }
  }
  return corrected;
}
