/** A decision that may be refused. Refusals are values a person reads; defects throw. */
export type Refusal = { ok: false; field: string; message: string };
export type Result<T> = { ok: true; value: T } | Refusal;

export function accepted<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** `field` is the form field the message belongs to; `message` says what to do, in the service's words. */
export function refused(field: string, message: string): Refusal {
  return { ok: false, field, message };
}
