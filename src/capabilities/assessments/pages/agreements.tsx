import { StackedTable } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type Agreement, PARTIES, PARTY_WORDS } from '../existing.ts';

/** What each of the three says of advice given before. */
export function AgreementsView({ agreements }: { agreements: readonly Agreement[] }) {
  return (
    <StackedTable
      caption="What each has said"
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      head={['Who', 'Answer']}
      rows={PARTIES.map((party) => {
        const said = agreements.find((one) => one.party === party);
        return [
          PARTY_WORDS[party],
          said === undefined
            ? 'Not said yet'
            : `${said.satisfied ? 'Yes' : 'No'}: ${said.name}, ${sayDate(said.on)}`,
        ];
      })}
    />
  );
}
