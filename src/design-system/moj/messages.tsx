import { type Attributes, type Content, classNames } from '../govuk/content.ts';
import { sayDayOf, sayTimeOf } from './moment.ts';

export type Message = {
  id?: string | undefined;
  text: Content;
  /** As the reader sees it: their own are sent. */
  type: 'sent' | 'received';
  sender: Content;
  timestamp: Date;
};
export type MessagesProps = {
  items: readonly Message[];
  id?: string | undefined;
  label?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** A conversation, oldest first, with each day named once. */
export function Messages({ items, id, label, classes, attributes }: MessagesProps) {
  return (
    <div
      id={id ?? 'messages'}
      class={classNames('moj-messages-container', classes)}
      {...(label ? { role: 'group', 'aria-label': label } : {})}
      {...attributes}
    >
      <div class="moj-message-list">
        {items.map((item, place) => {
          const before = items[place - 1];
          const day = sayDayOf(item.timestamp);
          return (
            <>
              {(before === undefined || sayDayOf(before.timestamp) !== day) && (
                <time class="moj-message-list__date" datetime={isoDayOf(item.timestamp)}>
                  {day}
                </time>
              )}
              <OneMessage message={item} />
            </>
          );
        })}
      </div>
    </div>
  );
}

function OneMessage({ message: { id, text, type, sender, timestamp } }: { message: Message }) {
  return (
    <div id={id && `message_${id}`} class={`moj-message-item moj-message-item--${type}`}>
      <div class={`moj-message-item__text moj-message-item__text--${type}`}>{text}</div>
      <div class="moj-message-item__meta">
        <span class="moj-message-item__meta--sender">{sender}</span> at{' '}
        <time class="moj-message-item__meta--timestamp" datetime={timestamp.toISOString()}>
          {sayTimeOf(timestamp)}
        </time>
      </div>
    </div>
  );
}

const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

function isoDayOf(instant: Date): string {
  return ISO_DAY.format(instant);
}
