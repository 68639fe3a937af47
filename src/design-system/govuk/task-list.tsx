import { type Attributes, type Content, classNames, type Item, isOptions } from './content.ts';
import { Tag, type TagOptions } from './tag.tsx';

type Part = { text: Content; classes?: string | undefined };
export type TaskStatus = { text?: Content; tag?: TagOptions | undefined; classes?: string | undefined };
export type Task = {
  title: Content | Part;
  /** A task that cannot be started yet has no address. */
  href?: string | undefined;
  hint?: Content;
  status: TaskStatus;
  classes?: string | undefined;
};
export type TaskListProps = {
  items: readonly Item<Task>[];
  idPrefix?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** What there is to do, and how far each is. */
export function TaskList({ items, idPrefix, classes, attributes }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', classes)} {...attributes}>
      {items.map(
        (item, place) => item && <TaskItem item={item} id={`${idPrefix || 'task-list'}-${place + 1}`} />,
      )}
    </ul>
  );
}

function TaskItem({ item, id }: { item: Task; id: string }) {
  const title: Part = isOptions<Part>(item.title) ? item.title : { text: item.title };
  const { status } = item;
  return (
    <li
      class={classNames(
        'govuk-task-list__item',
        item.href && 'govuk-task-list__item--with-link',
        item.classes,
      )}
    >
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={classNames('govuk-link govuk-task-list__link', title.classes)}
            href={item.href}
            aria-describedby={classNames(item.hint !== undefined && `${id}-hint`, `${id}-status`)}
          >
            {title.text}
          </a>
        ) : (
          <div class={title.classes || undefined}>{title.text}</div>
        )}
        {item.hint !== undefined && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {item.hint}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', status.classes)} id={`${id}-status`}>
        {status.tag ? <StatusTag tag={status.tag} /> : status.text}
      </div>
    </li>
  );
}

function StatusTag({ tag: { text, ...options } }: { tag: TagOptions }) {
  return <Tag {...options}>{text}</Tag>;
}
