export type PaperForm = { title: string; asks: readonly string[]; lines: number };

export type FamilyAct = {
  what: string;
  /** Where the family does it online. */
  online: string;
  /** Where staff write down that it was said otherwise; for some, the very page of the family, which is theirs too. */
  byStaff: string;
  /** The form to fill in by hand, where one is in the pack. */
  form: PaperForm | null;
  /** Nothing is left to do once the case is over, and the form is left out. */
  whileOpen?: true;
};
