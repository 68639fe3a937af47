import { Button, InsetText } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { countOf } from '../../../../shared/words.ts';
import { leftIn, type OverviewProps } from '../../pages/overview-props.ts';

/** What an open amendment leaves as it is. */
export function AmendingNote({
  of,
  inForce,
}: Pick<OverviewProps, 'of'> & { inForce: NonNullable<OverviewProps['inForce']> }) {
  return (
    <InsetText>
      Version {inForce.version}, issued on {sayDate(inForce.on)}, stays in force until an amended plan is
      issued.{' '}
      {inForce.documentId !== null && (
        <>
          <a class="govuk-link" href={`/documents/${inForce.documentId}`}>
            Read version {inForce.version} (PDF)
          </a>
          .{' '}
        </>
      )}
      <a class="govuk-link" href={`/plans/${of.planId}/amendments`}>
        Every amendment of this plan
      </a>
      .
    </InsetText>
  );
}

/** What is left to do before the notice of an amendment can be sent. */
export function WritingAmendment({ of, stage, checked, amendment }: OverviewProps) {
  const at = `/plans/${of.planId}/amendment`;
  const left = leftIn(checked);
  return (
    <>
      {stage === 'redrafting' && (
        <InsetText>
          The authority has changed what it proposes itself, so a new notice goes to the family, with 15 days
          for their views.
        </InsetText>
      )}
      <p class="govuk-body">
        {left === 0
          ? 'Change the sections below, then send the notice of what is proposed.'
          : `${countOf(left, 'thing')} to put right before the notice can be sent.`}
      </p>
      <div class="govuk-button-group">
        <Button href={`${at}/notice`}>Check and send the amendment notice</Button>
        <Button href={`${at}/end`} classes="govuk-button--secondary">
          {amendment?.noticeSentOn == null ? 'Withdraw the amendment' : 'Decide not to amend'}
        </Button>
      </div>
    </>
  );
}
