import { type DraftContent, EDUCATION_AREAS, references } from '../plans/index.ts';
import { type DraftLines, KINDS_BY_AREA } from './asking.ts';

/** The needs of Section B and the lines of Section F of a draft, with the links between them. */
export function draftLinesOf(content: DraftContent): DraftLines {
  const names = references(content);
  const areas = EDUCATION_AREAS.map((name) => ({ name, area: content.areas[name] }));
  return {
    needs: areas.flatMap(({ name, area }) =>
      area.needs.map(({ id, text }) => ({ id, ref: names.get(id) ?? '', text, usual: KINDS_BY_AREA[name] })),
    ),
    provisions: areas.flatMap(({ area }) =>
      area.provisions.map(({ id, needIds }) => ({ ref: names.get(id) ?? '', needIds })),
    ),
  };
}
