export type Organisation = {
  id: string;
  name: string;
  kind: string;
  town: string | null;
  postcode: string | null;
};

/** `St Mary’s School, Wexcombe, WX1 2AB (school or college)`; what the register does not give is left out. */
export function sayOrganisation({ name, town, postcode, kind }: Organisation): string {
  return `${[name, town, postcode].filter((part) => part !== null).join(', ')} (${kind})`;
}
