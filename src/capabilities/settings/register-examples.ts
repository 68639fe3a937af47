import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';

/* Invented register files in the publisher's layouts, for tests. */

/** The 140 columns of the GIAS extract, in their order. */
export const GIAS_COLUMNS: readonly string[] = [
  'URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|TypeOfEstablishment (code)|',
  'TypeOfEstablishment (name)|EstablishmentTypeGroup (code)|EstablishmentTypeGroup (name)|',
  'EstablishmentStatus (code)|EstablishmentStatus (name)|ReasonEstablishmentOpened (code)|',
  'ReasonEstablishmentOpened (name)|OpenDate|ReasonEstablishmentClosed (code)|',
  'ReasonEstablishmentClosed (name)|CloseDate|PhaseOfEducation (code)|PhaseOfEducation (name)|',
  'StatutoryLowAge|StatutoryHighAge|Boarders (code)|Boarders (name)|NurseryProvision (name)|',
  'OfficialSixthForm (code)|OfficialSixthForm (name)|Gender (code)|Gender (name)|',
  'ReligiousCharacter (code)|ReligiousCharacter (name)|ReligiousEthos (name)|Diocese (code)|',
  'Diocese (name)|AdmissionsPolicy (code)|AdmissionsPolicy (name)|SchoolCapacity|',
  'SpecialClasses (code)|SpecialClasses (name)|CensusDate|NumberOfPupils|NumberOfBoys|NumberOfGirls|',
  'PercentageFSM|TrustSchoolFlag (code)|TrustSchoolFlag (name)|Trusts (code)|Trusts (name)|',
  'SchoolSponsorFlag (name)|SchoolSponsors (name)|FederationFlag (name)|Federations (code)|',
  'Federations (name)|UKPRN|FEHEIdentifier|FurtherEducationType (name)|OfstedLastInsp|',
  'OfstedSpecialMeasures (code)|OfstedSpecialMeasures (name)|LastChangedDate|Street|Locality|',
  'Address3|Town|County (name)|Postcode|SchoolWebsite|TelephoneNum|HeadTitle (name)|HeadFirstName|',
  'HeadLastName|HeadPreferredJobTitle|BSOInspectorateName (name)|InspectorateReport|',
  'DateOfLastInspectionVisit|NextInspectionVisit|TeenMoth (name)|TeenMothPlaces|CCF (name)|',
  'SENPRU (name)|EBD (name)|PlacesPRU|FTProv (name)|EdByOther (name)|Section41Approved (name)|',
  'SEN1 (name)|SEN2 (name)|SEN3 (name)|SEN4 (name)|SEN5 (name)|SEN6 (name)|SEN7 (name)|SEN8 (name)|',
  'SEN9 (name)|SEN10 (name)|SEN11 (name)|SEN12 (name)|SEN13 (name)|TypeOfResourcedProvision (name)|',
  'ResourcedProvisionOnRoll|ResourcedProvisionCapacity|SenUnitOnRoll|SenUnitCapacity|GOR (code)|',
  'GOR (name)|DistrictAdministrative (code)|DistrictAdministrative (name)|AdministrativeWard (code)|',
  'AdministrativeWard (name)|ParliamentaryConstituency (code)|ParliamentaryConstituency (name)|',
  'UrbanRural (code)|UrbanRural (name)|GSSLACode (name)|Easting|Northing|MSOA (name)|LSOA (name)|',
  'InspectorateName (name)|SENStat|SENNoStat|BoardingEstablishment (name)|PropsName|',
  'PreviousLA (code)|PreviousLA (name)|PreviousEstablishmentNumber|OfstedRating (name)|',
  'RSCRegion (name)|Country (name)|UPRN|SiteName|QABName (code)|QABName (name)|',
  'EstablishmentAccredited (code)|EstablishmentAccredited (name)|QABReport|CHNumber|MSOA (code)|',
  'LSOA (code)|FSM|AccreditationExpiryDate',
]
  .join('')
  .split('|');

/** An invented establishment, as a row of the extract; give the columns that matter. */
export function anEstablishment(urn: string | number, said: Readonly<Record<string, string>> = {}): string[] {
  const cells: Readonly<Record<string, string>> = {
    URN: String(urn),
    'LA (code)': '998',
    'LA (name)': 'Wexcombe',
    EstablishmentName: `Invented School ${urn}`,
    'TypeOfEstablishment (name)': 'Community school',
    'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
    'EstablishmentStatus (name)': 'Open',
    'PhaseOfEducation (name)': 'Primary',
    Postcode: 'WX1 1AA',
    'HeadTitle (name)': 'Ms',
    HeadFirstName: 'Ingrid',
    HeadLastName: 'Examplesdottir',
    PropsName: 'Osbert Proprietor',
    ...said,
  };
  return GIAS_COLUMNS.map((column) => cells[column] ?? '');
}

/** The text of a CSV file, every cell in quotation marks, with the publisher's line ends. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
}

let folder: string | null = null;
let made = 0;

// One folder for the run, gone with it.
function keptIn(): string {
  if (folder !== null) return folder;
  const kept = mkdtempSync(join(tmpdir(), 'opensend-register-'));
  process.once('exit', () => rmSync(kept, { recursive: true, force: true }));
  folder = kept;
  return kept;
}

/** A file holding these bytes, or this text in Windows-1252, as the publisher writes. */
export async function aFile(content: string | Buffer): Promise<string> {
  made += 1;
  const file = join(keptIn(), `register-${made}.csv`);
  await writeFile(file, typeof content === 'string' ? iconv.encode(content, 'win1252') : content);
  return file;
}

/** An extract of these establishments. */
export function anExtract(...rows: readonly (readonly string[])[]): Promise<string> {
  return aFile(csv([GIAS_COLUMNS, ...rows]));
}
