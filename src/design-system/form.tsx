import type { ComponentChildren } from 'preact';
import type { Attributes } from './govuk/content.ts';

export type FormProps = {
  /** Where it is sent; this page's own address, unless given. */
  action?: string | undefined;
  /** Makes a second sending of the same form come to the same thing as the first. */
  idempotencyKey: string;
  /** What the person saw before they changed it, so that two people saving at once is noticed. */
  version?: string | number | undefined;
  /** The form carries files. */
  files?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  children?: ComponentChildren;
};

/** A form that changes something. The service checks what is typed and says so in its own words; the browser does not. */
export function Form({ action, idempotencyKey, version, files, classes, attributes, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      class={classes}
      {...attributes}
    >
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {children}
    </form>
  );
}
