import {
  Button,
  DeadlineTag,
  Details,
  Input,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  SubNavigation,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { sayNumber } from '../../../shared/words.ts';
import type { SettingNudge } from '../../settings/index.ts';
import type { ShownItem } from '../inbox.ts';
import { OwnSetting } from './own-setting.tsx';

type Props = {
  page: PageContext;
  today: PlainDate;
  /** `everybody`, `nobody`, or the account of one colleague; and the viewer's own. */
  whose: string;
  me: string;
  /** That colleague's name. */
  person: string;
  counts: Readonly<Record<'everybody' | 'mine' | 'nobody', number>>;
  search: string;
  /** The viewer is the designated clinical officer of a health body. */
  officer: boolean;
  /** The viewer says who has what. */
  mayAllocate: boolean;
  shown: readonly ShownItem[];
  number: number;
  pages: number;
  answered: readonly ShownItem[];
  /** The setting it speaks for, and how old what it says is; null where it is none. */
  setting: SettingNudge | null;
  formKey: string;
};

/** Everything authorities have asked of an organisation, by the day it is due: everybody's, mine, or nobody's yet. */
export function InboxPage(props: Props) {
  const { page, today, shown, answered, number } = props;
  return (
    <Layout title="Inbox" page={page}>
      <h1 class="govuk-heading-l">Inbox</h1>
      <OwnSetting {...props} />
      <Search {...props} />
      <Views {...props} />
      <Several {...props} />
      {shown.length === 0 ? (
        <p class="govuk-body">{nothing(props)}</p>
      ) : (
        <Items caption={captionOf(props)} items={shown} today={today} mayAllocate={props.mayAllocate} />
      )}
      <Pages {...props} />
      {number === 1 && answered.length > 0 && (
        <Details summary={`Answered lately (${answered.length})`}>
          <Items
            caption="Answered lately"
            captionClasses="govuk-visually-hidden"
            items={answered}
            today={today}
            mayAllocate={false}
          />
        </Details>
      )}
    </Layout>
  );
}

// Sent as a form is, so that a child's name stands in no address, and in no history of a shared computer.
function Search({ search, whose }: Props) {
  return (
    <form method="post" action="/inbox" class="opensend-search">
      <input type="hidden" name="who" value={whose} />
      <Input
        name="q"
        label="Find in the inbox"
        hint="Part of a child’s name, or an authority"
        value={search}
        classes="govuk-input--width-20"
        type="search"
      />
      <Button classes="govuk-button--secondary">Search</Button>
      {search !== '' && (
        <a class="govuk-link" href={address(whose, 1)}>
          Clear the search
        </a>
      )}
    </form>
  );
}

function Views({ whose, me, counts, search, officer }: Props) {
  // The other views are links, and would lose what is looked for.
  if (search !== '') return null;
  const view = (who: string, text: string, count: number) => ({
    href: address(who, 1),
    text: `${text} (${sayNumber(count)})`,
    active: who === whose,
  });
  return (
    <SubNavigation
      label="Whose"
      items={[
        view('everybody', 'Everybody’s', counts.everybody),
        view(me, 'Mine', counts.mine),
        view('nobody', 'Not allocated', counts.nobody),
        { href: '/inbox/sent', text: 'What we sent' },
        { href: '/inbox/people', text: 'By person' },
        { href: '/inbox/calendar', text: 'Calendar' },
        { href: '/inbox/sitting', text: 'One after another' },
        { href: '/inbox/notices', text: 'Notices' },
        ...(officer ? [{ href: '/inbox/health', text: 'All health advice outstanding' }] : []),
      ]}
    />
  );
}

function Several({ whose, shown, mayAllocate }: Props) {
  const href = shown.find(({ allocateSeveralAt }) => allocateSeveralAt !== undefined)?.allocateSeveralAt;
  if (whose !== 'nobody' || href === undefined || !mayAllocate) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        Allocate several at once
      </a>
    </p>
  );
}

function captionOf({ whose, me, person }: Props): string {
  return whose === 'everybody' || whose === 'nobody' || whose === me ? 'To answer' : `To answer: ${person}`;
}

function nothing({ search, whose, me }: Props): string {
  if (search !== '') return `Nothing here matches “${search}”.`;
  if (whose === 'everybody') return 'Nothing is waiting for your organisation.';
  if (whose === 'nobody') return 'Everything is allocated.';
  return whose === me ? 'Nothing is allocated to you.' : 'Nothing is allocated to this colleague.';
}

function Items({
  caption,
  captionClasses = 'govuk-table__caption--m',
  items,
  today,
  mayAllocate,
}: {
  caption: string;
  captionClasses?: string;
  items: readonly ShownItem[];
  today: PlainDate;
  mayAllocate: boolean;
}) {
  return (
    <StackedTable
      caption={caption}
      captionClasses={captionClasses}
      head={['Child or young person', 'What', 'Asked by', 'Due', 'Who has it']}
      rows={items.map((item) => [
        <a class="govuk-link" href={item.href}>
          {item.childName}
          <span class="govuk-visually-hidden">: {item.what}</span>
        </a>,
        item.what,
        item.authorityName,
        <Due item={item} today={today} />,
        <Holder item={item} mayAllocate={mayAllocate} />,
      ])}
    />
  );
}

function Due({ item, today }: { item: ShownItem; today: PlainDate }) {
  if (item.dueOn === null) return <>As soon as you can</>;
  if (item.onlyAsked) return <>{sayDate(item.dueOn)}, if you can</>;
  return (
    <>
      {sayDate(item.dueOn)} <DeadlineTag due={item.dueOn} today={today} doneOn={item.answeredOn} />
    </>
  );
}

function Holder({ item, mayAllocate }: { item: ShownItem; mayAllocate: boolean }) {
  if (!item.allocated) return <>Everybody</>;
  const name = item.holder?.name ?? 'Not allocated';
  if (!mayAllocate || item.allocateAt === undefined || item.answeredOn !== null) return <>{name}</>;
  return (
    <>
      {name}{' '}
      <a class="govuk-link" href={item.allocateAt}>
        {item.holder === null ? 'Allocate' : 'Change'}
        <span class="govuk-visually-hidden">
          : {item.what}, {item.childName}
        </span>
      </a>
    </>
  );
}

function Pages({ number, pages, whose, search }: Props) {
  if (pages === 1) return null;
  if (search !== '') return <PagesFound {...{ number, pages, whose, search }} />;
  const near = [...new Set([1, number - 1, number, number + 1, pages])];
  return (
    <Pagination
      {...(number > 1 ? { previous: { href: address(whose, number - 1) } } : {})}
      {...(number < pages ? { next: { href: address(whose, number + 1) } } : {})}
      items={near
        .filter((one) => one >= 1 && one <= pages)
        .map((one) => ({ number: one, href: address(whose, one), current: one === number }))}
    />
  );
}

// The pages of what was found are forms too.
function PagesFound({ number, pages, whose, search }: Pick<Props, 'number' | 'pages' | 'whose' | 'search'>) {
  return (
    <form method="post" action="/inbox" class="govuk-button-group">
      <input type="hidden" name="who" value={whose} />
      <input type="hidden" name="q" value={search} />
      {number > 1 && (
        <Button name="page" value={String(number - 1)} classes="govuk-button--secondary">
          Previous page
        </Button>
      )}
      {number < pages && (
        <Button name="page" value={String(number + 1)} classes="govuk-button--secondary">
          Next page
        </Button>
      )}
    </form>
  );
}

function address(who: string, page: number): string {
  const query = new URLSearchParams({
    ...(who === 'everybody' ? {} : { who }),
    ...(page === 1 ? {} : { page: `${page}` }),
  });
  return query.size === 0 ? '/inbox' : `/inbox?${query.toString()}`;
}
