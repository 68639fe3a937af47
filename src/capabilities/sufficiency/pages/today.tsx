import { Button, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { NEEDS } from '../../children/index.ts';
import type { Sources } from '../forecast.ts';
import { PHASE_NAMES, PHASES } from '../phases.ts';
import { countPlaces, EVERYTHING, PLACE_KINDS } from '../places.ts';
import { countChildren, inSpecialSchool, PLACED } from '../today.ts';
import { NotForPublishing, Parts } from './parts.tsx';
import { needName, say } from './words.ts';

type Props = { page: PageContext; sources: Sources };
const right = (text: string) => ({ text, format: 'numeric' });

/** The children whose plans are in force today, by need, phase, placement and area, beside the places there are. */
export function TodayPage({ page, sources }: Props) {
  const all = countChildren(sources.today, EVERYTHING);
  return (
    <Layout title="Children today" page={page}>
      <Parts at="/sufficiency/today" />
      <h1 class="govuk-heading-l">Children today</h1>
      <p class="govuk-body">
        {all === 0
          ? 'No plan is in force on this record.'
          : `${say(all)} ${all === 1 ? 'child has' : 'children have'} a plan in force on this record.`}{' '}
        Ages are those on 31 August before.
      </p>
      {all > 0 && (
        <>
          <ByNeed {...sources} />
          <ByKind {...sources} />
          <ByArea {...sources} />
          <Button href="/sufficiency/today.csv" classes="govuk-button--secondary">
            Download (CSV)
          </Button>
        </>
      )}
      <NotForPublishing />
    </Layout>
  );
}

function ByNeed({ today, places }: Sources) {
  const schools = places.filter(({ kind }) => kind === 'special school');
  // A need nobody has recorded is no filter of its own: those children are counted as the rest of each phase.
  const unrecorded = today.filter(({ need }) => need === null);
  const rows = NEEDS.map((need) => ({ need, of: today.filter((one) => one.need === need) })).filter(
    ({ of }) => of.length > 0,
  );
  const cells = (of: Sources['today']) =>
    PHASE_NAMES.map((phase) => right(say(countChildren(of, { ...EVERYTHING, phase }))));
  return (
    <StackedTable
      caption="By primary need and phase"
      captionClasses="govuk-table__caption--m"
      head={[
        'Primary need',
        ...PHASE_NAMES.map((phase) => right(PHASES[phase].name)),
        right('All'),
        right('In special schools'),
        right('Special school places'),
      ]}
      rows={[
        ...rows.map(({ need, of }) => [
          needName(need),
          ...cells(of),
          right(say(countChildren(of, EVERYTHING))),
          right(say(countChildren(of, EVERYTHING, inSpecialSchool))),
          right(say(countPlaces(schools, { ...EVERYTHING, need }))),
        ]),
        ...(unrecorded.length === 0
          ? []
          : [
              [
                needName(null),
                ...cells(unrecorded),
                right(say(countChildren(unrecorded, EVERYTHING))),
                right(say(countChildren(unrecorded, EVERYTHING, inSpecialSchool))),
                right(''),
              ],
            ]),
        [
          'All',
          ...cells(today),
          right(say(countChildren(today, EVERYTHING))),
          right(say(countChildren(today, EVERYTHING, inSpecialSchool))),
          right(say(countPlaces(schools, EVERYTHING))),
        ],
      ]}
    />
  );
}

function ByKind({ today, places }: Sources) {
  return (
    <>
      <StackedTable
        caption="By what the plan names"
        captionClasses="govuk-table__caption--m"
        head={['Placed in', right('Children')]}
        rows={PLACED.map((placed) => [
          placed.charAt(0).toUpperCase() + placed.slice(1),
          right(say(countChildren(today, EVERYTHING, (one) => one.placed === placed))),
        ])}
      />
      <StackedTable
        caption="Places in the authority’s area, independent ones left out"
        captionClasses="govuk-table__caption--m"
        head={['Kind', right('Places')]}
        rows={PLACE_KINDS.map((kind) => [
          kind.charAt(0).toUpperCase() + kind.slice(1),
          right(
            say(
              countPlaces(
                places.filter((one) => one.kind === kind),
                EVERYTHING,
              ),
            ),
          ),
        ])}
      />
      <p class="govuk-body">
        A plan names a school, and not whether the place is in its unit: who is in one is not known, and
        children in units are among those in mainstream.
      </p>
    </>
  );
}

function ByArea({ today, places }: Sources) {
  const schools = places.filter(({ kind }) => kind === 'special school');
  const areas = [...new Set([...today, ...schools].map(({ area }) => area))].sort((one, other) =>
    (one ?? '~').localeCompare(other ?? '~', 'en-GB', { numeric: true }),
  );
  return (
    <StackedTable
      caption="By area"
      captionClasses="govuk-table__caption--m"
      head={['Area', right('Children'), right('In special schools'), right('Special school places there')]}
      rows={areas.map((area) => {
        const there = today.filter((one) => one.area === area);
        return [
          area ?? 'No postcode',
          right(say(countChildren(there, EVERYTHING))),
          right(say(countChildren(there, EVERYTHING, inSpecialSchool))),
          right(
            say(
              countPlaces(
                schools.filter((one) => one.area === area),
                EVERYTHING,
              ),
            ),
          ),
        ];
      })}
    />
  );
}
