import { sayNumber } from '../../../shared/words.ts';
import { columnsOf, placesOf } from './columns.ts';
import { figureIn } from './figures.ts';
import { type Line, type PeriodKind, type Reader, UnusableStatistics } from './line.ts';

/* The Department's Local Authority Interactive Tool: one value for each measure, area and year. */

// Its own codes for England and the regions; Inner and Outer London (987, 988) are in London.
const AREAS: Readonly<Record<string, string>> = {
  '970': 'E92000001',
  '980': 'E12000001',
  '981': 'E12000002',
  '982': 'E12000003',
  '983': 'E12000004',
  '984': 'E12000005',
  '985': 'E12000006',
  '986': 'E12000007',
  '989': 'E12000008',
  '990': 'E12000009',
};
const HALVES = new Set(['987', '988']);

// What kind of year each measure has, where it is not the academic one: from the tool's data dictionary, 2025, OGL v3.0.
const codes = (text: string) => new Set(text.replaceAll(/\n\s+/g, '').toLowerCase().split('|'));
const KINDS: readonly (readonly [PeriodKind, ReadonlySet<string>])[] = [
  ['January', codes(`SEN_CASES_JAN|PriFSM|SecFSM|Ever6_FSM_Prim|Ever6_FSM_Sec|EALPri|EALSec`)],
  [
    'calendar year',
    codes(`InfMort|Low_Birth_Weight_Babies|Under18concep|RTA|Chlamydia_Diagnosis|SEN_INIT_REQ|
    EHCP_Initial_req_refused|SEN_ASSESSMENT|SEN_PLAN_ISSUED|SEN_PLAN_NOT_ISSUED|SEN_NOT_ISSUE_PLAN_16WKS|
    SEN_EHC_Excpt_20wks|SEN_EHC_All_20wks|SEN_State-Plans_sch|SEN_CASES_DUR_YEAR|SEN_AN_REVIEW_EXPECTED|
    SEN_PEC_AN_REVIEW_EXPECTED|SEN_AN_REVIEW_MEET_REC|SEN_PEC_AN_REVIEW_MEET_REC|SEN_PEC_OUTCOME_COM_4WKS|
    SEN_TOT_CEASED_EHC_PLAN|SEN_AppealableDec|FirstYJS`),
  ],
  // On 31 March, at the end of September, and those it calls annual: by the year they are printed with.
  [
    'financial year',
    codes(`PreChildDea|6wksBreast|HospAd0-14|Hosp_Adm_Alc_<18yrs|CMH_0-17yrs|HCP_PHOF|CPP_Total_NumRef|
    CPP_Total_Rateper10,000|CIN_Refferals_NFA|Referrals_AssessedNotNeed|RefBySource_Schl_%|
    RefBySource_HealthServ_%|RefBySource_Police_%|ReReferral|Continue_Assess_Comp|Section_47|CP_conf_15days|
    ISCP_Conf|10_ICPC|15_ICPC|20_ICPC|21_ICPC|CPP_Abuse|CPP_Abuse_Rate|CPP_31March_3MnthorMore|RevCP|
    CPP_Reviewed_InReqTimeScl|ReRegCPR|PrevRegCPR|CPPlans2yrsActive|CPPlans2yrs|DeRegCPR|CPRDuration|
    CareApplications|LACnum_Adopt_AppUnop|LACnum_Adopt_ConsentDisp|LAC%_Adopt_AppUnop|LAC%_Adopt_ConsentDisp|
    No_of LAC Adopted|%_of LAC Adopted|LACnum_Start|LACceased|LAC_Start_Rate|LAC_Cease_Rate|
    Unacc_Asylmn_Seek_Childn|Unacc_Asylmn_Seek_Childn%|UASC_%_Starting|LACStable_2016on|LACStableNum_2016on|
    LAC_LongStable%|LAC_LongStableNum|LAC_Foster_Placements|LAC_SecHome_And_ChildHome|LAC_Ind_SInd_Liv_Arr|
    LAC_Other_Res_Settings|LAC_Other_Place_Inc_Unreg|LAC_Parents_OR_Others|Stability_School|
    Stability_SocialWorker|LACDistance|Number_Foster_Places(New)|Number_Foster_Places_Filled(New)|
    LAC_ceased_SGO|LAC_ceased_SGO%|LAC_SGO_FFC_Rel%|LAC_SGO_FFC_Oth%|LAC_SGO_Car_Rel%|LAC_ceased_CAO%|
    LAC_RetHome_CarePlan_%|LAC_RetHome_Not_CarePlan_%|LAC_Convictions|LACHealth%|LACVaccinations%|LACDental%|
    LACSubstance|Emotional_LAC|NoCareLeavers|CareLeaverAcc|NoCareLeaverAcc|CareLeaverEET|CareLeaverEETNum|
    LAC_19_HE|LAC_19_HE_Num|CareLeaversNEET|CareLeavers_LA_NotInTouch|StayingPut|Children_missing|
    Children_Away|CINTime3months|CINTime3-6|CINTime6-1|CINTime1-2|CINTime2more|CINCease3months|CINCease3-6|
    CINCease6-1|CINCease1-2|CINCease2more|16-17YroldSEN_ET|16-17Ed&Training|YJS_Caution-Sentence10-17_YO|
    ReoffYO|ReoffYO15-17|ChildPov|16-17 NEET|16-17_not known_NEET|16-17_not known|Premium|LACFinance|
    AdoptionFinance|FosteringFinance|RescareFinance|SWFinance|SENFinance|C&YPExpenditure|SureStartFinance|
    TotalLACFinance|OtherChildren&FamilyFinance|SafeguardingFinance|FamilySupportFinance|YoungPeopleFinance|
    YouthJusticeFinance|LeaveCareSupServTotExp|CPP_rate|CPP_Num|LAC|LACnum|CIN|Work_Force_NoSW|Work_Force_Vac_Rate|Work_Force_TO_Rate|Work_Force_Agecy_Rate|Work_Force_AgencyCover|
    Vacancies_cover|Work_Force_SWAbsence|Work_Force_Num_CaseHeld|Work_Force_AvgNumCase_SW|Social_Work_Starters|
    Social_Work_Leavers|Social_Work_Caseholders_%|Social_Work_Qualified_no_cases_%|
    Social_Work_SeniorPractitioner_%|Sept_Guarantee`),
  ],
];

/**
 * A reader of the tool's whole table. Null for another. A value of `-` is none; an exponent is read; a year that says of several
 * years is the last of them, and a row without a year is left out, which is noted.
 */
export function readLait(file: string, header: readonly string[]): Reader | null {
  const columns = columnsOf(header);
  if (!columns.places.has('short desc') || !columns.places.has('la number')) return null;
  const [measureAt = 0, yearsAt = 0, valueAt = 0, areaAt = 0] = placesOf(
    columns,
    ['short desc', 'years', 'values', 'la number'],
    file,
    'the interactive tool’s table',
  );
  let undated = 0;
  const take = (cells: readonly string[], number: number): Line[] => {
    const code = cells[areaAt] ?? '';
    if (HALVES.has(code)) return [];
    const area = AREAS[code] ?? code;
    const topic = (cells[measureAt] ?? '').trim().toLowerCase();
    const period = periodIn(cells[yearsAt] ?? '', topic);
    const figure = figureIn(cells[valueAt] ?? '');
    if (figure === null)
      throw new UnusableStatistics(
        `${file}, row ${number}: the value of ${topic} is “${cells[valueAt]}”, which is no figure`,
      );
    if (!/^(E\d{8}|\d{3})$/.test(area))
      throw new UnusableStatistics(`${file}, row ${number}: there is no area ${code}`);
    if (period === null) {
      undated += 1;
      return [];
    }
    return [
      {
        area,
        ...period,
        topic,
        breakdown: '',
        values: [figure.value],
        marks: figure.mark === null ? null : [figure.mark],
      },
    ];
  };
  const left = () => `${sayNumber(undated)} ${undated === 1 ? 'row says' : 'rows say'} no year: left out`;
  const notes = () => (undated === 0 ? [] : [left()]);
  return {
    source: 'lait',
    dataset: 'lait',
    indicators: ['value'],
    rates: ['value'],
    take,
    finish: () => [],
    notes,
  };
}

/** `2024/25`, `2024-25 (OT)`, `2025 (Rev)`, `2021/22-23/24`, `2020-22`: the year it ends in, and of which kind. */
function periodIn(text: string, measure: string): { periodKind: PeriodKind; year: number } | null {
  const [, from, last] = /^(20\d{2})(?:[-/\d]*?(\d{2}))?(?: \(\w+\))?$/.exec(text.trim()) ?? [];
  if (from === undefined) return null;
  const year = last === undefined ? Number(from) : Number(`${from.slice(0, 2)}${last}`);
  const listed = KINDS.find(([, measures]) => measures.has(measure))?.[0];
  return { periodKind: listed ?? 'academic year', year };
}
