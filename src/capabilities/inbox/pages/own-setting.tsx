import { Button, Form, InsetText } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { SettingNudge } from '../../settings/index.ts';

/** What the setting says of itself: where it is said and, once it is getting old, saying so in one press. */
export function OwnSetting({ setting, formKey }: { setting: SettingNudge | null; formKey: string }) {
  if (setting === null) return null;
  const { name, href, version, old } = setting;
  const link = (words: string) => (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  );
  if (version === 0)
    return (
      <p class="govuk-body">
        {link(`Say how many places ${name} has free`)}, and what else families and authorities should know.
      </p>
    );
  if (old === null) return <p class="govuk-body">{link(`See or change what ${name} says of itself`)}</p>;
  return (
    <InsetText>
      <p class="govuk-body">
        Some of what {name} says of itself was last said on {sayDate(old.oldest)}.{' '}
        {link('Read it, or change it')}. If it is all still right, say so.
      </p>
      <Form action={`${href}/unchanged`} idempotencyKey={formKey} version={version}>
        <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
          Nothing has changed
        </Button>
      </Form>
    </InsetText>
  );
}
