import {
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import { WhatItSays } from '../declared/pages/says.tsx';
import type { ShownPart } from '../declared/shown.ts';
import { requestableUnder38, S38_URL } from '../kinds.ts';
import { type Setting, type SettingLink, webAddress } from '../setting.ts';
import { settingInEasyRead } from './easy-read/settings.ts';

export type SettingProps = {
  page: PageContext;
  setting: Setting;
  links: readonly SettingLink[];
  /** What it says of itself. */
  says: readonly ShownPart[];
};

/** One setting, with what the register says of it and what it does not. */
export const SettingPage = inEasyRead(SettingOf, settingInEasyRead);

function SettingOf({ page, setting, links, says }: SettingProps) {
  return (
    <Layout title={setting.name} page={page} backLink={{ href: '/settings', text: 'All settings' }}>
      <h1 class="govuk-heading-l">{setting.name}</h1>
      {setting.status === 'Closed' && (
        <WarningText>
          This setting closed{setting.closedOn !== null && ` on ${sayDate(setting.closedOn)}`}.
        </WarningText>
      )}
      <SummaryList rows={[...whereAndWhat(setting), ...provision(setting)]} />
      <MayBeAskedFor setting={setting} />
      <WhatItSays says={says} />
      {links.length > 0 && <Links links={links} />}
      <p class="govuk-body-s">
        From the national register of schools, as it was brought here on{' '}
        {sayDate(englishDay(setting.importedAt))}. Places free now are in no national register: ask the
        setting. Contains public sector information licensed under the Open Government Licence v3.0.
      </p>
    </Layout>
  );
}

function fact(key: string, value: string | number | null) {
  return value !== null && value !== '' && { key, value: String(value) };
}

function whereAndWhat(setting: Setting) {
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
    fact('Phase', setting.phase),
    fact('Type', setting.type ?? setting.typeGroup),
    fact('Ages', agesOf(setting)),
    fact('Gender', setting.gender),
    fact('Boarding', setting.boarding),
    fact('URN', setting.urn),
  ];
}

function agesOf({ ageFrom, ageTo }: Setting): string | null {
  if (ageFrom === null) return null;
  return ageTo === null ? `From ${ageFrom}` : `${ageFrom} to ${ageTo}`;
}

function provision(setting: Setting) {
  const places = (capacity: number | null, onRoll: number | null) =>
    [
      ...(capacity === null ? [] : [`${capacity} places`]),
      ...(onRoll === null ? [] : [`${onRoll} on roll`]),
    ].join(', ');
  return [
    fact('Pupils', setting.pupils),
    fact('Places in all', setting.capacity),
    fact('Pupils with an education, health and care plan', setting.pupilsWithPlan),
    fact('Pupils with SEN support', setting.pupilsWithSenSupport),
    fact('Needs it says it provides for', setting.needTypes.join('; ')),
    fact('SEN unit or resourced provision', setting.resourcedProvision),
    fact('Resourced provision', places(setting.resourcedProvisionCapacity, setting.resourcedProvisionOnRoll)),
    fact('SEN unit', places(setting.senUnitCapacity, setting.senUnitOnRoll)),
  ];
}

function MayBeAskedFor({ setting }: { setting: Setting }) {
  const category = requestableUnder38(setting);
  const section = (
    <a class="govuk-link" href={S38_URL} rel="noreferrer external">
      section 38(3)
    </a>
  );
  if (category !== null) {
    return (
      <InsetText>
        You can ask for this setting to be named in a plan ({category}, {section}).
      </InsetText>
    );
  }
  return (
    <InsetText>
      The register does not show that this is one of the settings in {section}. You can still tell us you want
      it, and we must consider what you say.
    </InsetText>
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
              {link.id === null ? (
                (link.name ?? 'No longer on the register')
              ) : (
                <a class="govuk-link" href={`/settings/${link.id}`}>
                  {link.name}
                </a>
              )}{' '}
              (URN {link.urn}){link.establishedOn !== null && `, ${sayDate(link.establishedOn)}`}
            </>
          ),
        }))}
      />
    </>
  );
}
