/**
 * Kinds of place that a measure is shown by, as the Department's release names them, and as pages do: the seven kinds, and those
 * within them that families ask about. The release has forty.
 */
export const PLACES_SHOWN: Readonly<Record<string, string>> = {
  'mainstream - total': 'Mainstream schools',
  'mainstream - independent': 'Mainstream schools: independent',
  'special - total': 'Special schools',
  'special - independent': 'Special schools: independent',
  'ap/pru - total': 'Alternative provision',
  'fe - total': 'Colleges and other places after 16',
  'educated elsewhere - total': 'Educated elsewhere',
  'educated elsewhere - elective home education': 'Educated elsewhere: home education',
  'educated elsewhere - other arrangements by la': 'Educated elsewhere: arrangements out of school',
  'educated elsewhere - neet': 'Educated elsewhere: no education, work or training',
  'non-maintained early years': 'Early years',
  'placement not recorded': 'Not recorded',
};
