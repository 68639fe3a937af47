import type { ComponentChildren } from 'preact';
import { ASSET_URLS } from './assets.ts';

type Props = {
  /** Where a file sent in parts is begun. */
  uploads: string;
  /** The form that sends the files at once, where scripts do not run. */
  children: ComponentChildren;
};

/** Where scripts run, the form's files are sent in parts, and go on where a lost connection broke them off. */
export function ResumableUpload({ uploads, children }: Props) {
  return (
    <div data-uploads={uploads}>
      {children}
      <div role="status" class="govuk-body govuk-!-margin-bottom-6" data-upload-progress />
      <script type="module" src={ASSET_URLS.upload} />
    </div>
  );
}
