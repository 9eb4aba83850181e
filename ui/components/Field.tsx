/** A labelled control with its hint and its messages, tied together for assistive technology. */
import type { ComponentChildren, VNode } from 'preact';
import { i18n } from '../i18n';
import type { ShownMessage } from '../words/message-words';
import styles from './Field.module.css';
import { FieldMessages, messageId } from './FieldMessages';

/** What the control must carry. */
export interface ControlAttributes {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

interface Props {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  optional?: boolean;
  messages?: ShownMessage[];
  /** Opens the profile a duplicate message points to. */
  onOpenProfile?: (id: string) => void;
  children: (attributes: ControlAttributes) => VNode;
}

export function Field({ name, label, hint, optional, messages = [], onOpenProfile, children }: Props) {
  const id = `field-${name}`;
  const hintId = `${id}-hint`;
  const described = [...(hint ? [hintId] : []), ...messages.map((_, index) => messageId(id, index))];
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {label}
        {optional && <span class={styles.optional}> {i18n.t('common.optional')}</span>}
      </label>
      {children({
        id,
        name,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': messages.some((message) => message.level === 'error') ? 'true' : undefined,
      })}
      <FieldMessages id={id} messages={messages} {...(onOpenProfile && { onOpenProfile })} />
      {hint && (
        <p class={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
