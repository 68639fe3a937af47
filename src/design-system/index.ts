export { AsTyped } from './as-typed.tsx';
export { type Asset, assets } from './assets.ts';
export { Chart, type ChartProps } from './charts/chart.tsx';
export type { ChartLine, LineChartData } from './charts/line-chart.ts';
export { DateField, type DateFieldProps } from './date-field.tsx';
export { DeadlineTag, type DeadlineTagProps } from './deadline-tag.tsx';
export { DefinitionClock, type DefinitionClockProps } from './definition-clock.tsx';
export { drawPage } from './drawing.ts';
export {
  type Block as EasyBlock,
  type EasyForm,
  type EasyRead,
  type Field as EasyFieldOf,
  type Line as EasyLine,
  plain as linePlain,
  type Section as EasySection,
  say,
} from './easy-read/content.ts';
export { freeHelp } from './easy-read/free-help.ts';
export { explain as explainEasyRead } from './easy-read/hard-words.ts';
export { PICTURES, type PictureName, pictureOf } from './easy-read/pictures.ts';
export { inEasyRead } from './easy-read/twin.tsx';
export { ErrorSummary, type ErrorSummaryProps } from './error-summary.tsx';
export { errorFor, type FieldErrors, hasErrors } from './errors.ts';
export { Form, type FormProps } from './form.tsx';
export { Accordion, type AccordionProps } from './govuk/accordion.tsx';
export { BackLink, type BackLinkProps } from './govuk/back-link.tsx';
export { Breadcrumbs, type BreadcrumbsProps } from './govuk/breadcrumbs.tsx';
export { Button, type ButtonProps } from './govuk/button.tsx';
export { CharacterCount, type CharacterCountProps } from './govuk/character-count.tsx';
export { Checkboxes, type CheckboxesProps } from './govuk/checkboxes.tsx';
export type { Attributes, Content, HeadingLevel } from './govuk/content.ts';
export { CookieBanner, type CookieBannerProps } from './govuk/cookie-banner.tsx';
export { DateInput, type DateInputProps } from './govuk/date-input.tsx';
export { Details, type DetailsProps } from './govuk/details.tsx';
export { ErrorMessage, type ErrorMessageProps } from './govuk/error-message.tsx';
export { ExitThisPage, type ExitThisPageProps } from './govuk/exit-this-page.tsx';
export { Fieldset, type FieldsetProps } from './govuk/fieldset.tsx';
export { FileUpload, type FileUploadProps } from './govuk/file-upload.tsx';
export { Footer, type FooterProps } from './govuk/footer.tsx';
export { GenericHeader, Header, type HeaderProps } from './govuk/header.tsx';
export { Hint, type HintProps } from './govuk/hint.tsx';
export { Input, type InputProps } from './govuk/input.tsx';
export { InsetText, type InsetTextProps } from './govuk/inset-text.tsx';
export { Label, type LabelProps } from './govuk/label.tsx';
export { NotificationBanner, type NotificationBannerProps } from './govuk/notification-banner.tsx';
export { Pagination, type PaginationProps } from './govuk/pagination.tsx';
export { Panel, type PanelProps } from './govuk/panel.tsx';
export { PhaseBanner, type PhaseBannerProps } from './govuk/phase-banner.tsx';
export { Radios, type RadiosProps } from './govuk/radios.tsx';
export { KeptOptions, Select, type SelectProps } from './govuk/select.tsx';
export { ServiceNavigation, type ServiceNavigationProps } from './govuk/service-navigation.tsx';
export { SkipLink, type SkipLinkProps } from './govuk/skip-link.tsx';
export { SummaryList, type SummaryListProps } from './govuk/summary-list.tsx';
export { Table, type TableProps } from './govuk/table.tsx';
export { Tabs, type TabsProps } from './govuk/tabs.tsx';
export { Tag, type TagColour, type TagProps } from './govuk/tag.tsx';
export { TaskList, type TaskListProps } from './govuk/task-list.tsx';
export { Textarea, type TextareaProps } from './govuk/textarea.tsx';
export { WarningText, type WarningTextProps } from './govuk/warning-text.tsx';
export { KeptAsTyped, keptAs } from './keep-as-typed.tsx';
export { KeptRow } from './kept-row.ts';
export { Layout, type LayoutProps } from './layout.tsx';
export { LetterLink } from './letter-link.tsx';
export { Filter, type FilterProps } from './moj/filter.tsx';
export { IdentityBar, type IdentityBarProps } from './moj/identity-bar.tsx';
export { Messages, type MessagesProps } from './moj/messages.tsx';
export { sayMoment, sayTimeOf } from './moj/moment.ts';
export { SubNavigation, type SubNavigationProps } from './moj/sub-navigation.tsx';
export { Timeline, type TimelineProps } from './moj/timeline.tsx';
export type { Audience, EasyReadContext, NavigationItem, PageContext } from './page-context.ts';
export { readDate } from './read-date.ts';
export { ResumableUpload } from './resumable-upload.tsx';
export { StackedTable, type StackedTableProps } from './stacked-table.tsx';
export { themeOf, themeStylesheet } from './theme.ts';
export { sayWithheldAct, WhyWithheld, WithheldReview } from './withholding.tsx';
