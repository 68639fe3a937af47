/* What the inspectors of areas found, in plain words: as the Department's prototype summed it up (its data of February 2024). */

const FOUND: Readonly<Record<string, string>> = {
  'area not yet inspected': 'The area had not been inspected yet',
  'typically positive experiences and outcomes (new framework)':
    'Inspectors found that children typically have positive experiences and outcomes, the best of three answers',
  'inconsistent experiences and outcomes (new framework)':
    'Inspectors found that children have inconsistent experiences and outcomes, the middle of three answers',
  'widespread and/or systemic failings (new framework)':
    'Inspectors found widespread or systemic failings, the worst of three answers',
  'no written statement of action (previous framework)':
    'Inspectors asked for no statement of action, under the framework before 2023',
  'wsoa (previous framework); progress made on all weaknesses':
    'Inspectors asked for a statement of action, under the framework before 2023, and found progress on every weakness when they came back',
  'wsoa (previous framework); progress not made on all weaknesses':
    'Inspectors asked for a statement of action, under the framework before 2023, and found that not every weakness had seen progress when they came back',
  'written statement of action (previous framework); not revisited':
    'Inspectors asked for a statement of action, under the framework before 2023, and had not come back yet',
};

/** What was found, in a sentence without its full stop; as it was published where these words are not known here. */
export function inspectionSaid(found: string): string {
  return FOUND[found.trim().toLowerCase()] ?? found.charAt(0).toUpperCase() + found.slice(1);
}
