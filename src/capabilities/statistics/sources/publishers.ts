import type { Source } from './line.ts';

/** Who publishes what, where, and under which licence. */
type Publisher = {
  title(year: number): string;
  publisher: string;
  address(year: number): string;
  licence: string;
};

export const LICENCE = 'Open Government Licence v3.0';
/** Said wherever any of it shows. */
export const ATTRIBUTION =
  'Contains public sector information licensed under the Open Government Licence v3.0.';

const DFE = 'Department for Education';
const EES = 'https://explore-education-statistics.service.gov.uk/find-statistics';

const PUBLISHERS: Readonly<Record<Source, Publisher>> = {
  'ees-ehc-plans': {
    title: (year) => `Education, health and care plans, reporting year ${year}`,
    publisher: DFE,
    address: (year) => `${EES}/education-health-and-care-plans/${year}`,
    licence: LICENCE,
  },
  'hmcts-appeals': {
    title: (year) => `Appeals to the SEND Tribunal and appealable decisions, to ${year}`,
    publisher: 'HM Courts and Tribunals Service, and the Department for Education',
    address: () => 'https://www.gov.uk/government/collections/tribunals-statistics',
    licence: LICENCE,
  },
  lait: {
    title: (year) => `Local Authority Interactive Tool, to ${year}`,
    publisher: DFE,
    address: () => 'https://department-for-education.shinyapps.io/local-authority-interactive-tool/',
    licence: LICENCE,
  },
  'lait-dictionary': {
    title: (year) => `Local Authority Interactive Tool: data dictionary of ${year}`,
    publisher: DFE,
    address: () => 'https://department-for-education.shinyapps.io/local-authority-interactive-tool/',
    licence: LICENCE,
  },
  neighbours: {
    title: (year) => `Statistical neighbours of local authorities, ${year}`,
    publisher: `${DFE}: Local Authority Interactive Tool`,
    address: () => 'https://department-for-education.shinyapps.io/local-authority-interactive-tool/',
    licence: LICENCE,
  },
  population: {
    title: (year) => `Mid-year population estimates, 0 to 17, to ${year}`,
    publisher: 'Office for National Statistics',
    address: () =>
      'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates',
    licence: LICENCE,
  },
  'inclusion-dashboard': {
    title: (year) => `SEND and alternative provision inclusion dashboard (prototype): its figures to ${year}`,
    publisher: DFE,
    address: () => 'https://department-for-education.shinyapps.io/send-ap-inclusion-dashboard/',
    licence: LICENCE,
  },
  headline: {
    title: (year) => `Education, health and care plans, reporting year ${year}: England and its regions`,
    publisher: `${DFE}, and HM Courts and Tribunals Service`,
    address: (year) => `${EES}/education-health-and-care-plans/${year}`,
    licence: LICENCE,
  },
};

export function publisherOf(source: Source): Publisher {
  return PUBLISHERS[source];
}
