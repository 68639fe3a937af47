import { sql } from 'kysely';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Child } from './child.ts';
import {
  birthDatesLike,
  byStrength,
  judge,
  type Likeness,
  type Match,
  type Stated,
  withSpellings,
} from './matching.ts';
import { CHILD } from './store.ts';

export type Candidate = Child & { match: Match };

/** Never more than somebody can look through; the strongest are kept. */
const SHOWN = 10;

/**
 * Children already on the authority's file who may be the one described, the likeliest first. They are found by what an
 * index answers (a number, a birth date or a slip of one, a postcode), and only then compared by name: so it costs what
 * is near, and not how many children there are.
 */
export async function findLikelySame(tx: Tx, stated: Stated, except: Uuid | null): Promise<Candidate[]> {
  const rows = await nearTo(tx, stated).execute();
  return rows
    .filter(({ id }) => id !== except)
    .flatMap((row) => {
      const match = judge(stated, row, withSpellings(stated, row, likenessOf(row)));
      return match === null ? [] : [{ ...row, match }];
    })
    .sort((one, other) => byStrength(one.match, other.match))
    .slice(0, SHOWN);
}

/** Everybody near enough to be compared, with how alike their names are: the question alone, not yet asked. */
export function nearTo(tx: Tx, stated: Stated) {
  const postcode = stated.postcode === null ? [] : [stated.postcode, stated.postcode.replace(/\s/g, '')];
  const actor = actorOf(tx);
  return (
    tx
      .selectFrom('children')
      .innerJoinLateral(
        // Worked out once for each: folding a name costs more than comparing it.
        sql<Forms>`(select name_form(given_names) as given, name_form(coalesce(preferred_name, '')) as preferred,
          name_form(family_name) as family offset 0)`.as('known'),
        (join) => join.onTrue(),
      )
      .innerJoin(
        sql<Forms>`(select name_form(${stated.givenNames}) as given, name_form(${stated.preferredName ?? ''}) as preferred,
          name_form(${stated.familyName}) as family offset 0)`.as('said'),
        (join) => join.onTrue(),
      )
      .select([...CHILD, 'uln', 'nhs_number as nhsNumber'])
      .select([
        sql<number>`${alikeGiven}`.as('given'),
        sql<number>`${alike('said.family', 'known.family')}`.as('family'),
        sql<number>`least(${alike('said.given', 'known.family')}, ${alike('said.family', 'known.given')})`.as(
          'swapped',
        ),
      ])
      // Said besides the policy, which lets in other lenses too and so leads no index.
      .where('authority_id', '=', 'authorityId' in actor ? actor.authorityId : -1)
      .where('joined_to', 'is', null)
      .where((child) =>
        child.or([
          child('born_on', 'in', birthDatesLike(stated.bornOn)),
          ...(postcode.length === 0 ? [] : [child('postcode', 'in', postcode)]),
          ...(stated.upn === null ? [] : [child('upn', '=', stated.upn)]),
          ...(stated.uln == null ? [] : [child('uln', '=', stated.uln)]),
          ...(stated.nhsNumber == null ? [] : [child('nhs_number', '=', stated.nhsNumber)]),
        ]),
      )
  );
}

type Forms = { given: string; preferred: string; family: string };

/** How alike two names are: whole, or one within the other as Castellanos is in Briain-Castellanos. */
function alike(one: string, other: string) {
  const [a, b] = [sql.ref(one), sql.ref(other)];
  return sql<number>`greatest(similarity(${a}, ${b}), strict_word_similarity(${a}, ${b}), strict_word_similarity(${b}, ${a}))`;
}

/** The same of what they are called: by given names or by the name they prefer, whichever are most alike. */
const alikeGiven = sql<number>`greatest(${alike('said.given', 'known.given')}, ${alike('said.preferred', 'known.given')},
  ${alike('said.given', 'known.preferred')}, ${alike('said.preferred', 'known.preferred')})`;

/** What is known of a child on file, as matching compares it. */
export function findStated(tx: Tx, id: Uuid): Promise<(Child & Stated) | undefined> {
  return tx
    .selectFrom('children')
    .select([...CHILD, 'uln', 'nhs_number as nhsNumber'])
    .where('id', '=', id)
    .executeTakeFirst();
}

function likenessOf({ given, family, swapped }: Likeness): Likeness {
  return { given: Number(given), family: Number(family), swapped: Number(swapped) };
}
