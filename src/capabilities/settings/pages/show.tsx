import { InsetText, Layout, type PageContext, SummaryList } from '../../../design-system/index.ts';
import { requestableUnder38, S38_URL, type Setting } from '../setting.ts';

/** One setting, with what the register says of it and what it does not. */
export function SettingPage({ page, setting }: { page: PageContext; setting: Setting }) {
  const category = requestableUnder38(setting);
  const fact = (key: string, value: string | number | null) =>
    value !== null && value !== '' && { key, value: String(value) };
  return (
    <Layout title={setting.name} page={page} backLink={{ href: '/settings', text: 'All settings' }}>
      <h1 class="govuk-heading-l">{setting.name}</h1>
      <SummaryList
        rows={[
          fact(
            'Address',
            [...setting.addressLines, setting.postcode ?? ''].filter((line) => line !== '').join(', '),
          ),
          fact('Area', setting.laName),
          fact('Phase', setting.phase),
          fact('Type', setting.type ?? setting.typeGroup),
          setting.ageFrom !== null && { key: 'Ages', value: `${setting.ageFrom} to ${setting.ageTo ?? ''}` },
          fact('Telephone', setting.phone),
          fact('Pupils', setting.pupils),
          fact('Pupils with an education, health and care plan', setting.pupilsWithPlan),
          fact('Pupils with SEN support', setting.pupilsWithSenSupport),
          fact('Needs it says it provides for', setting.needTypes.join('; ')),
          fact('SEN unit or resourced provision', setting.resourcedProvision),
          fact('URN', setting.urn),
        ]}
      />
      <InsetText>
        {category === null ? (
          <>
            The register does not show that this is one of the settings in{' '}
            <a class="govuk-link" href={S38_URL} rel="noreferrer external">
              section 38(3)
            </a>
            . You can still tell us you want it, and we must consider what you say.
          </>
        ) : (
          <>
            You can ask for this setting to be named in a plan ({category},{' '}
            <a class="govuk-link" href={S38_URL} rel="noreferrer external">
              section 38(3)
            </a>
            ).
          </>
        )}
      </InsetText>
      <p class="govuk-body-s">
        From the national register of schools, as it was last brought here. Places free now are in no national
        register: ask the setting.
      </p>
    </Layout>
  );
}
