import {
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import type { Approval } from '../approvals/approval.ts';
import { WhatItSays } from '../declared/pages/says.tsx';
import { mayHavePrices } from '../declared/prices.ts';
import type { ShownPart } from '../declared/shown.ts';
import { phaseSaid, type Setting, type SettingLink, webAddress } from '../setting.ts';
import { MayBeAskedFor } from './asking.tsx';
import { settingInEasyRead } from './easy-read/settings.ts';

export type SettingProps = {
  page: PageContext;
  setting: Setting;
  links: readonly SettingLink[];
  /** By the lists of section 41; null while there is none. */
  approval: Approval | null;
  /** What it says of itself. */
  says: readonly ShownPart[];
  /** Whoever reads may write down what it told them. */
  mayBeTold: boolean;
};

/** One setting, with what the register says of it and what it does not, in the order a family asks. */
export const SettingPage = inEasyRead(SettingOf, settingInEasyRead);

function SettingOf({ page, setting, links, approval, says, mayBeTold }: SettingProps) {
  const caption = [setting.laName, phaseSaid(setting.phase)];
  return (
    <Layout title={setting.name} page={page} backLink={{ href: '/settings', text: 'All settings' }}>
      <span class="govuk-caption-l">{caption.filter((one) => one !== null).join(' · ')}</span>
      <h1 class="govuk-heading-l">{setting.name}</h1>
      {setting.status === 'Closed' && <Closed setting={setting} links={links} />}
      <h2 class="govuk-heading-m">Where it is and who it is for</h2>
      <SummaryList rows={whereAndWho(setting)} />
      <MayBeAskedFor setting={setting} approval={approval} />
      <h2 class="govuk-heading-m">Help for special educational needs</h2>
      <Provision setting={setting} />
      <WhatItSays
        says={says}
        settingId={setting.id}
        forStaff={page.audience === 'staff'}
        mayBeTold={mayBeTold}
        priced={mayHavePrices(setting)}
      />
      <h2 class="govuk-heading-m">Places and pupils</h2>
      <Pupils setting={setting} />
      {links.length > 0 && <Links links={links} />}
      <Source setting={setting} />
    </Layout>
  );
}

function Closed({ setting: { closedOn }, links }: { setting: Setting; links: readonly SettingLink[] }) {
  const after = links.filter(isSuccessor);
  return (
    <>
      <WarningText>This setting closed{closedOn !== null && ` on ${sayDate(closedOn)}`}.</WarningText>
      {after.length > 0 && (
        <p class="govuk-body">
          After it came{' '}
          {after.map((link, nth) => (
            <>
              {nth > 0 && ', and '}
              <Linked link={link} />
            </>
          ))}
          . A change of number or of name does not end a placement: it survives its setting’s change.
        </p>
      )}
    </>
  );
}

function fact(key: string, value: string | number | null) {
  return value !== null && value !== '' && { key, value: String(value) };
}

function whereAndWho(setting: Setting) {
  const website = webAddress(setting.website);
  const address = [...setting.addressLines, setting.postcode ?? ''].filter((line) => line !== '');
  return [
    fact('Address', address.join(', ')),
    fact('Area', setting.laName),
    fact('Telephone', setting.phone),
    website !== null && {
      key: 'Website',
      value: (
        <a class="govuk-link" href={website} rel="noreferrer nofollow external">
          {new URL(website).hostname}
        </a>
      ),
    },
    fact('Ages', agesOf(setting)),
    fact('Phase', phaseSaid(setting.phase)),
    fact('Type', setting.type ?? setting.typeGroup),
    fact('Gender', setting.gender),
    fact('Boarding', setting.boarding),
    fact('URN', setting.urn),
    fact('UKPRN', setting.ukprn),
    fact('Ofsted number', setting.ofstedNumber),
  ];
}

function agesOf({ ageFrom, ageTo }: Setting): string | null {
  if (ageFrom === null) return ageTo === null ? null : `Up to ${ageTo}`;
  return ageTo === null ? `From ${ageFrom}` : `${ageFrom} to ${ageTo}`;
}

function Provision({ setting }: { setting: Setting }) {
  const rows = [
    fact('Needs it says it provides for', setting.needTypes.join('; ')),
    fact('SEN unit or resourced provision', setting.resourcedProvision),
    fact('Resourced provision', places(setting.resourcedProvisionCapacity, setting.resourcedProvisionOnRoll)),
    fact('SEN unit', places(setting.senUnitCapacity, setting.senUnitOnRoll)),
  ].filter((row) => row !== false);
  if (rows.length > 0) return <SummaryList rows={rows} />;
  return (
    <p class="govuk-body">
      The register does not say which needs it provides for. That does not mean that it provides for none: ask
      the setting.
    </p>
  );
}

function places(capacity: number | null, onRoll: number | null): string {
  const said = [
    capacity === null ? null : `${capacity} places`,
    onRoll === null ? null : `${onRoll} on roll`,
  ];
  return said.filter((one) => one !== null).join(', ');
}

function Pupils({ setting }: { setting: Setting }) {
  const rows = [
    fact('Places in all', setting.capacity),
    fact('Pupils', setting.pupils),
    fact('Pupils with an education, health and care plan', setting.pupilsWithPlan),
    fact('Pupils with SEN support', setting.pupilsWithSenSupport),
  ].filter((row) => row !== false);
  return (
    <>
      {rows.length > 0 && <SummaryList rows={rows} />}
      <p class="govuk-body">Places free now are in no national register: ask the setting.</p>
    </>
  );
}

function isSuccessor({ kind }: SettingLink): boolean {
  return /^successor|^result of/i.test(kind);
}

function Linked({ link: { id, name, urn } }: { link: SettingLink }) {
  const said = name ?? 'a setting no longer on the register';
  return (
    <>
      {id === null ? (
        said
      ) : (
        <a class="govuk-link" href={`/settings/${id}`}>
          {said}
        </a>
      )}{' '}
      (URN {urn})
    </>
  );
}

function Links({ links }: { links: readonly SettingLink[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Before, after and beside it</h2>
      <SummaryList
        rows={links.map((link) => ({
          key: link.kind,
          value: (
            <>
              <Linked link={link} />
              {link.establishedOn !== null && `, ${sayDate(link.establishedOn)}`}
            </>
          ),
        }))}
      />
    </>
  );
}

function Source({ setting }: { setting: Setting }) {
  const day = sayDate(englishDay(setting.importedAt));
  if (setting.addedAt !== null && setting.urn === null)
    return (
      <p class="govuk-body-s">
        In no national file: {setting.laName ?? 'an authority'} said that there is such a setting, on{' '}
        {sayDate(englishDay(setting.addedAt))}.
      </p>
    );
  return (
    <p class="govuk-body-s">
      From the national register of schools, as it was brought here on {day}. Contains public sector
      information licensed under the Open Government Licence v3.0.
    </p>
  );
}
