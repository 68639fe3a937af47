type ClaimedOrganisation = {
  id: string;
  name: string;
  urn: string | null;
  ukprn: string | null;
  status: { id: number; name: string };
};

/** Somebody the demonstration lets anyone sign in as. */
export type OfferedPerson = {
  subject: string;
  name: string;
  email: string;
  kind: 'staff' | 'organisation' | 'family';
  /** What they do, as the page says it. */
  does: string;
  /** What DfE Sign-in would say of the organisation they act for. */
  organisation?: ClaimedOrganisation;
};
