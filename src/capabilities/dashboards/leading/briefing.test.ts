import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { areaOf } from '../areas/areas.ts';
import { briefingOf } from './briefing.ts';

test('a briefing says when it was made, which release and revision it is from, and where to read more', () => {
  const devon = areaOf('878');
  if (devon === undefined) throw new Error('Devon is not there');
  const release = {
    ...{ id: 'r', source: 'ees-ehc-plans', title: 'Invented plans', publisher: 'Department of Examples' },
    ...{ address: 'https://statistics.example', licence: 'OGL', reportingYear: 2025 },
  };
  const paper = briefingOf(
    {
      ...{ area: devon, views: [], gaps: [], alike: 0, changes: [] },
      releases: [
        { ...release, publishedOn: plainDate('2025-06-26'), revision: 1 },
        { ...release, id: 's', publishedOn: null, revision: 2 },
      ],
      address: 'https://send.example/areas/devon',
    },
    { authority: { name: 'Devon' }, date: plainDate('2026-11-29') },
  );
  const said = JSON.stringify(paper.parts);
  expect(said).toContain('Made on 29 November 2026 from published figures');
  expect(said).toContain(
    'Department of Examples, Invented plans, published on 26 June 2025. Open Government',
  );
  expect(said).toContain('Department of Examples, Invented plans, revision 2. Open Government');
  expect(said).toContain('https://send.example/areas/devon');
});
