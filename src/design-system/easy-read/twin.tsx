import type { ComponentChild } from 'preact';
import type { EasyReadContext, PageContext } from '../page-context.ts';
import type { EasyRead } from './content.ts';
import { EasyReadPage } from './page.tsx';

/**
 * A page and its Easy Read twin, as one page made from the same facts: which of the two is shown depends on the address
 * it is read at, and each links to the other.
 */
export function inEasyRead<Props extends { page: PageContext }>(
  Usual: (props: Props) => ComponentChild,
  twin: (props: Props) => EasyRead,
): (props: Props) => ComponentChild {
  return function Twinned(props) {
    const page = twinned(props.page);
    if (page.easyRead?.reading === true) return <EasyReadPage page={page} content={twin(props)} />;
    return Usual({ ...props, page });
  };
}

function twinned(page: PageContext): PageContext {
  const { easyRead } = page;
  return easyRead === undefined ? page : { ...page, easyRead: marked(easyRead) };
}

function marked(easyRead: EasyReadContext): EasyReadContext {
  return { ...easyRead, twinned: true };
}
