import type { ComponentChildren } from 'preact';
import { InsetText } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Approval } from '../approvals/approval.ts';
import { type Asking, askingFor } from '../asking.ts';
import { S38_URL } from '../kinds.ts';
import type { Setting } from '../setting.ts';

const S39_URL = 'https://www.legislation.gov.uk/ukpga/2014/6/section/39';
const S41_URL = 'https://www.legislation.gov.uk/ukpga/2014/6/section/41';

/** Whether a family may ask for the setting, in plain words, with the law that says so. Nobody is kept from asking. */
export function MayBeAskedFor({ setting, approval }: { setting: Setting; approval: Approval | null }) {
  const asking = askingFor(setting, approval);
  return (
    <>
      <h2 class="govuk-heading-m">Can you ask for it?</h2>
      <InsetText>
        {asking.kind === 'by law' ? <ByLaw asking={asking} /> : <Otherwise asking={asking} />}
      </InsetText>
      {approval !== null && asking.kind !== 'outside' && <OnTheList approval={approval} asking={asking} />}
    </>
  );
}

function ByLaw({ asking }: { asking: Extract<Asking, { kind: 'by law' }> }) {
  return (
    <>
      <p class="govuk-body">
        Yes. You can ask for this setting to be named in a plan: it is{' '}
        {/^[aei]/i.test(asking.category) ? 'an' : 'a'} {asking.category} (
        <Law href={S38_URL}>section 38(3)({asking.letter})</Law>).
      </p>
      <p class="govuk-body">
        If you ask, we must name it unless it is unsuitable for your child’s age, ability, aptitude or special
        educational needs, or your child being there would be incompatible with the efficient education of
        others or the efficient use of resources (<Law href={S39_URL}>section 39(4)</Law>).
      </p>
    </>
  );
}

function Otherwise({ asking }: { asking: Exclude<Asking, { kind: 'by law' }> }) {
  return (
    <p class="govuk-body">
      {asking.kind === 'not approved' && 'It is independent, and not on the list of approved institutions. '}
      {asking.kind === 'outside' &&
        `Its kind (${asking.what}) is not one of those in the law’s list of settings that must be named when asked for. `}
      The register does not show that this is one of the settings in <Law href={S38_URL}>section 38(3)</Law>.
      You can still tell us you want it, and we must consider what you say.
    </p>
  );
}

function OnTheList({ approval, asking }: { approval: Approval; asking: Asking }) {
  const approvable = asking.kind === 'not approved' || approval.approved || approval.until !== null;
  if (!approvable) return null;
  return (
    <p class="govuk-body">
      {approval.approved
        ? `On the list of institutions approved under section 41, published on ${sayDate(approval.listOf)}${approval.approvedOn === null ? '' : `: approved on ${sayDate(approval.approvedOn)}`}.`
        : approval.until === null
          ? `Not on the list of institutions approved under section 41, published on ${sayDate(approval.listOf)}.`
          : `No longer on the list of institutions approved under section 41, from the one published on ${sayDate(approval.until)}.`}{' '}
      <Law href={S41_URL}>Section 41</Law>
    </p>
  );
}

function Law({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="govuk-link" href={href} rel="noreferrer external">
      {children}
    </a>
  );
}
