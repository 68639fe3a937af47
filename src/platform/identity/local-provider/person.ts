/** Somebody the demonstration lets anyone sign in as. */
export type OfferedPerson = {
  subject: string;
  name: string;
  email: string;
  kind: 'staff' | 'organisation' | 'family';
  /** What they do, as the page says it. */
  does: string;
};
