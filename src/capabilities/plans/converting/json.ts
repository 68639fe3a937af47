import { sayPlacement } from '../placement.ts';
import { AREAS, type Area, type Placement } from '../plan.ts';
import type { PlanFile } from '../plan-file-schema.ts';
import { Gathering, type ReadPlan } from './passage.ts';
import type { Field } from './place.ts';

/** A plan file as passages: all that it says has its place already, but for what belongs to the file it came from. */
export function readJsonPlan({ content, version, reference, citations }: PlanFile): ReadPlan {
  const gathering = new Gathering();
  const put = (field: Field, text: string, from: string) =>
    gathering.place(text, from, { kind: 'field', field });
  const { personalDetails: details, servicesInvolved: services, a2 } = content;
  put('reference', reference, 'reference');
  put('givenNames', `${details.forename} ${details.middleNames}`.trim(), 'personal details, forename');
  put('familyName', details.surname, 'personal details, surname');
  for (const field of [
    'preferredName',
    'dateOfBirth',
    'sex',
    'ethnicity',
    'firstLanguage',
    'parentFirstLanguage',
  ] as const)
    put(field, details[field], `personal details, ${field}`);
  for (const [at, contact] of content.mainContacts.entries()) {
    const number = at === 0 ? 1 : 2;
    for (const part of ['name', 'relationship', 'email', 'telephone', 'address'] as const)
      put(`contact ${number} ${part}`, contact[part], `main contact ${at + 1}, ${part}`);
  }
  put(
    'setting',
    [services.educationSetting.name, services.educationSetting.identifier]
      .filter((part) => part !== '')
      .join(', '),
    'services, education setting',
  );
  put('gp', services.gpAndKeyHealthProfessional, 'services, GP');
  put('nhsNumber', services.nhsNumber, 'services, NHS number');
  for (const [at, one] of services.otherProfessionals.entries())
    put('otherProfessionals', one, `services, other professional ${at + 1}`);
  put('movingFrom', services.movingFrom ?? '', 'services, moving from');
  for (const [field, yes] of [
    ['knownToSocialCare', services.knownToSocialCare],
    ['lookedAfterNow', services.lookedAfterNow],
    ['lookedAfterBefore', services.lookedAfterBefore],
    ['onePageProfile', services.onePageProfileReceived],
  ] as const)
    put(field, yes ? 'Yes' : '', `services, ${field}`);
  put('A1', content.a1, 'a1');
  put('A2 views', a2.views, 'a2, views');
  put('A2 interests', a2.interests, 'a2, interests');
  put('A2 strengths', a2.strengths, 'a2, strengths');
  put('A2 aspirations', a2.aspirations, 'a2, aspirations');
  put('A2 how', a2.howCollected, 'a2, how collected');
  for (const area of AREAS) readArea(gathering, area, content.areas[area]);
  if (content.sectionI !== null) put('I', placementWords(content.sectionI), 'section I');
  put('J', content.directPayments?.details ?? '', 'direct payments, details');
  put('J arrangements', content.directPayments?.arrangements ?? '', 'direct payments, arrangements');
  put('J amount', content.personalBudget?.amount ?? '', 'personal budget, amount');
  put('J use', content.personalBudget?.use ?? '', 'personal budget, use');
  put('J agreements', content.personalBudget?.agreements ?? '', 'personal budget, agreements');
  readAdvice(gathering, content.advice);
  if (version.kind === 'final') {
    put('issuedOn', version.issuedOn, 'version, issued on');
    put('officer', version.officer, 'version, officer');
  }
  for (const { source, place } of citations)
    gathering.ignore(
      [source, place ?? ''].join(' ').trim(),
      'citations',
      'It cites a report that is on another file',
    );
  const { passages, ignored, notes } = gathering;
  return { kind: 'json', passages, ignored, notes, own: null };
}

/** All that Section I says: `sayPlacement` is a name and a type, for a letter. */
function placementWords(placement: Placement): string {
  const said = sayPlacement(placement);
  switch (placement.kind) {
    case 'named':
      return [said, ...new Set(placement.settings.map(({ attendance }) => attendance))].join(', ');
    case 'type only':
      return `${said}, ${placement.attendance}`;
    case 'otherwise than in a school':
      return `${said}: ${placement.arrangements}`;
  }
}

function readArea(gathering: Gathering, name: (typeof AREAS)[number], area: Area): void {
  const [needs, provisions] = [new Map<string, string>(), new Map<string, string>()];
  gathering.place(area.strengths, `${name}, strengths`, { kind: 'strengths', area: name });
  for (const [at, need] of area.needs.entries()) {
    const row = gathering.newRow('need');
    needs.set(need.id, row);
    for (const part of ['text', 'evidence'] as const)
      gathering.place(need[part], `${name}, need ${at + 1}, ${part}`, {
        kind: 'need',
        area: name,
        row,
        part,
      });
  }
  for (const [at, provision] of area.provisions.entries()) {
    const row = gathering.newRow('provision');
    provisions.set(provision.id, row);
    const links = provision.needIds.flatMap((id) => needs.get(id) ?? []);
    const from = `${name}, provision ${at + 1}`;
    for (const part of ['what', 'who', 'ratio', 'frequency', 'durationEachTime', 'review', 'text'] as const) {
      const place = { kind: 'provision', area: name, section: provision.section, row, part } as const;
      gathering.place(provision[part], `${from}, ${part}`, place, part === 'what' ? links : []);
    }
    if (provision.preparesForAdulthood === true)
      gathering.leave(
        'Prepares for adulthood',
        from,
        'Mark it when the plan is next amended, or write it in the row',
      );
  }
  for (const [at, outcome] of area.outcomes.entries()) {
    const row = gathering.newRow('outcome');
    const links = outcome.provisionIds.flatMap((id) => provisions.get(id) ?? []);
    const from = `${name}, outcome ${at + 1}`;
    for (const part of ['text', 'steps', 'byWhen', 'monitoring'] as const)
      gathering.place(
        outcome[part] ?? '',
        `${from}, ${part}`,
        { kind: 'outcome', area: name, row, part },
        part === 'text' ? links : [],
      );
    if (outcome.adulthood !== undefined)
      gathering.leave(
        outcome.adulthood,
        from,
        'Mark the part of adult life when the plan is next amended, or write it in the row',
      );
  }
}

function readAdvice(gathering: Gathering, advice: PlanFile['content']['advice']): void {
  for (const [at, entry] of advice.entries()) {
    const row = gathering.newRow('advice');
    const parts = {
      kind: entry.kind,
      from: entry.from,
      requestedOn: entry.requestedOn ?? '',
      receivedOn: entry.receivedOn ?? '',
      appended: entry.appended ? 'Yes' : '',
    };
    for (const part of ['kind', 'from', 'requestedOn', 'receivedOn', 'appended'] as const)
      gathering.place(parts[part], `advice ${at + 1}, ${part}`, { kind: 'advice', row, part });
  }
}
