/** What is wrong with a form: each field's name, and the message for it, in the order the fields are asked. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The message for one field; undefined when nothing is wrong with it. */
export function errorFor(errors: FieldErrors | undefined, field: string): string | undefined {
  return errors !== undefined && Object.hasOwn(errors, field) ? errors[field] : undefined;
}

export function hasErrors(errors: FieldErrors | undefined): boolean {
  return errors !== undefined && Object.keys(errors).length > 0;
}
