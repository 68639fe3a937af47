import { ASSET_URLS } from './assets.ts';
import type { Attributes } from './govuk/content.ts';

/** What makes a form keep what is typed in it, where scripts run: where it is kept, which form it is, and what is pressed in the end. */
export function keptAs(at: string, form: string, press: 'Save' | 'Send' = 'Save'): Attributes {
  return { 'data-keep': at, 'data-keep-form': form, 'data-keep-press': press };
}

/** Inside such a form: where it is said when it was kept. */
export function KeptAsTyped() {
  return (
    <>
      <div role="status" class="govuk-body-s opensend-not-printed" data-kept />
      <script type="module" src={ASSET_URLS.keep} />
    </>
  );
}
