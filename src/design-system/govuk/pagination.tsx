import { type Attributes, type Content, classNames, type Item } from './content.ts';

export type PaginationLink = {
  href: string;
  text?: Content;
  labelText?: string | undefined;
  attributes?: Attributes | undefined;
};
export type PaginationItem = {
  number?: number | string | undefined;
  href?: string | undefined;
  current?: boolean | undefined;
  ellipsis?: boolean | undefined;
  visuallyHiddenText?: string | undefined;
  attributes?: Attributes | undefined;
};
export type PaginationProps = {
  items?: readonly Item<PaginationItem>[] | undefined;
  previous?: PaginationLink | undefined;
  next?: PaginationLink | undefined;
  landmarkLabel?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** The way through a long list, or from one page of guidance to the next. */
export function Pagination(props: PaginationProps) {
  const { items, previous, next } = props;
  const isBlock = items === undefined && (next !== undefined || previous !== undefined);
  return (
    <nav
      class={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...props.attributes}
    >
      {previous?.href && <Arrow type="prev" link={previous} isBlock={isBlock} />}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && <Page item={item} />)}</ul>}
      {next?.href && <Arrow type="next" link={next} isBlock={isBlock} />}
    </nav>
  );
}

function Page({ item }: { item: PaginationItem }) {
  return (
    <li
      class={classNames(
        'govuk-pagination__item',
        item.current && 'govuk-pagination__item--current',
        item.ellipsis && 'govuk-pagination__item--ellipsis',
      )}
    >
      {item.ellipsis ? (
        '⋯'
      ) : (
        <a
          class="govuk-link govuk-pagination__link"
          href={item.href ?? ''}
          aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
          aria-current={item.current ? 'page' : undefined}
          {...item.attributes}
        >
          {item.number}
        </a>
      )}
    </li>
  );
}

function Arrow({ type, link, isBlock }: { type: 'prev' | 'next'; link: PaginationLink; isBlock: boolean }) {
  const words = type === 'prev' ? 'Previous' : 'Next';
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {(isBlock || type === 'prev') && <ArrowIcon type={type} />}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            isBlock && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text || (
            <>
              {words}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && isBlock && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!isBlock && type === 'next' && <ArrowIcon type={type} />}
      </a>
    </div>
  );
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function ArrowIcon({ type }: { type: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[type]} />
    </svg>
  );
}
