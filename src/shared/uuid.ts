/** A UUID in its canonical lower-case form: every row's name for itself. */
export type Uuid = string;

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): text is Uuid {
  return CANONICAL.test(text);
}
