import { Details, InsetText, Pagination } from '../../../design-system/index.ts';
import { countOf } from '../../../shared/words.ts';
import { type Criteria, NEVER } from '../criteria.ts';
import { type Bands, sayBands } from '../own-criteria.ts';
import type { Verdict } from '../reasons.ts';
import type { Look, Shown, ShownSetting } from '../shown.ts';

export const CRITERIA_PAGE = '/tailored-list-criteria';
export const S38 = 'https://www.legislation.gov.uk/ukpga/2014/6/section/38';

export const VERDICT_WORDS = {
  'asked for': 'Asked for',
  fits: 'Fits what is known',
  'not known': 'Not everything is known',
  'left off': 'Left off',
} as const satisfies Record<Verdict, string>;

/** The right that no list takes away: what every list begins with. */
export function TheRight({ family }: { family: boolean }) {
  return (
    <InsetText>
      {family ? 'You have' : 'The parent or young person has'} the right to ask for any setting of{' '}
      <a class="govuk-link" href={S38} rel="noreferrer external">
        section 38(3) of the Children and Families Act 2014
      </a>
      , on this list or not. The authority must name it unless section 39(4) applies. This list is advice. It
      does not take the place of that right, and nothing on it is a decision.
    </InsetText>
  );
}

/** What the list was made by: the criteria of its version, as they are published. */
export function TheCriteria({ criteria, bands }: { criteria: Criteria; bands: Bands }) {
  return (
    <Details summary={`How this list was made: criteria version ${criteria.version}`}>
      <CriteriaList criteria={criteria} />
      <p class="govuk-body">It tells near from far so: {sayBands(bands)}.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={CRITERIA_PAGE}>
          Every version of these, for anyone to read
        </a>
      </p>
    </Details>
  );
}

/** Each criterion of a version: what it asks, what it does, and where it comes from. */
export function CriteriaList({ criteria }: { criteria: Criteria }) {
  return (
    <>
      <p class="govuk-body">{NEVER}</p>
      <dl class="govuk-summary-list">
        {criteria.criteria.map(({ name, title, asks, what, source }) => (
          <div class="govuk-summary-list__row" key={name}>
            <dt class="govuk-summary-list__key">{title}</dt>
            <dd class="govuk-summary-list__value">
              {asks} {what} {source.words}.
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type Props = {
  shown: Shown;
  look: Look;
  at: string;
  /** Where a setting's own page is; null where it has none. */
  settingAt: (settingId: string) => string;
};

/** The settings of one look, each with every reason, and the way through them. */
export function TheSettings({ shown, look, at, settingAt }: Props) {
  const to = (page: number) => `${at}?${new URLSearchParams({ ...lookIn(look), page: String(page) })}`;
  return (
    <>
      <nav aria-label="What to show">
        <ul class="govuk-list">
          <ShowLink at={at} look={look} show="on" text={`On the list (${shown.counts.on})`} />
          <ShowLink at={at} look={look} show="off" text={`Left off, and why (${shown.counts.off})`} />
        </ul>
      </nav>
      <form class="govuk-form-group" action={at} method="get">
        <label class="govuk-label" for="q">
          Look for a setting by its name
        </label>
        <input type="hidden" name="show" value="all" />
        <input class="govuk-input govuk-input--width-20" id="q" name="q" type="search" value={look.q} />{' '}
        <button class="govuk-button govuk-button--secondary" type="submit">
          Look
        </button>
      </form>
      <h2 class="govuk-heading-m">{headingOf(shown, look)}</h2>
      {shown.settings.map((one) => (
        <OneSetting key={one.settingId} one={one} href={settingAt(one.settingId)} />
      ))}
      {shown.pages > 1 && (
        <Pagination
          {...(look.page > 1 ? { previous: { href: to(look.page - 1) } } : {})}
          {...(look.page < shown.pages ? { next: { href: to(look.page + 1) } } : {})}
        />
      )}
    </>
  );
}

function OneSetting({ one, href }: { one: ShownSetting; href: string }) {
  return (
    <section aria-label={one.name}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={href}>
          {one.name}
        </a>
      </h3>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{VERDICT_WORDS[one.verdict]}</strong>. {one.about}
      </p>
      <ul class="govuk-list govuk-list--bullet govuk-body-s">
        {one.why.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

function ShowLink({ at, look, show, text }: { at: string; look: Look; show: 'on' | 'off'; text: string }) {
  const here = look.show === show && look.q === '';
  return (
    <li>
      <a class="govuk-link" href={`${at}?show=${show}`} {...(here ? { 'aria-current': 'page' } : {})}>
        {text}
      </a>
    </li>
  );
}

function headingOf({ total, pages }: Shown, { show, q, page }: Look): string {
  const what = q !== '' ? `with “${q}” in the name` : show === 'off' ? 'left off' : 'on the list';
  const where = pages > 1 ? `, page ${Math.min(page, pages)} of ${pages}` : '';
  return `${countOf(total, 'setting')} ${what}${where}`;
}

function lookIn({ show, q }: Look): Record<string, string> {
  return q === '' ? { show } : { show, q };
}
