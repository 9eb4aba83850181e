/** The messages under one field: error, warning or note, each by icon and words. */
import { i18n } from '../i18n';
import { messageWords, type ShownMessage } from '../words/message-words';
import { Button } from './Button';
import styles from './FieldMessages.module.css';
import { Icon } from './Icon';

interface Props {
  /** The field's id: messages get ids of their own from it. */
  id: string;
  messages: ShownMessage[];
  onOpenProfile?: (id: string) => void;
}

export function FieldMessages({ id, messages, onOpenProfile }: Props) {
  return (
    <div class={styles.messages} aria-live="polite">
      {messages.map((message, index) => {
        const other = message.openProfileId;
        return (
          <div key={messageId(id, index)} class={styles[message.level]}>
            <p id={messageId(id, index)} class={styles.message} data-message={message.code} data-level={message.level}>
              <Icon name={message.level === 'note' ? 'info' : 'warning'} size={14} />
              <span>{messageWords(message)}</span>
            </p>
            {other && onOpenProfile && (
              <Button action="open-other" onPress={() => onOpenProfile(other)}>
                {i18n.t('editor.openOther')}
              </Button>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The id of a field's message, for the field's description. */
export function messageId(id: string, index: number): string {
  return `${id}-message-${index}`;
}
