import { SummaryList } from '../../../design-system/index.ts';
import { FORMAT_WORDS, type OwnDetails, WAYS } from '../contact-details.ts';

/** How somebody is reached and spoken to, as it is now. */
export function DetailsNow({ title, details }: { title?: string; details: OwnDetails }) {
  const address = [...details.addressLines, ...(details.postcode === null ? [] : [details.postcode])];
  return (
    <SummaryList
      {...(title === undefined ? {} : { card: { title } })}
      rows={[
        { key: 'We write by', value: WAYS[details.prefers] },
        { key: 'Email address', value: details.email ?? 'Not recorded' },
        { key: 'Telephone number', value: details.phone ?? 'Not recorded' },
        { key: 'Address', value: address.length === 0 ? 'Not recorded' : address.join(', ') },
        { key: 'Letters look', value: FORMAT_WORDS[details.format] },
        { key: 'Letters are in', value: details.language ?? 'English' },
        { key: 'Interpreter', value: details.interpreter ?? 'Not needed' },
        { key: 'British Sign Language', value: details.bsl ? 'Yes' : 'No' },
      ]}
    />
  );
}
