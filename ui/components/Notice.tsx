/** A sentence the user should read before going on; its rank shows by icon and words, not by colour alone. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';
import styles from './Notice.module.css';

type NoticeLevel = 'info' | 'ok' | 'warning' | 'danger';

const icons: Record<NoticeLevel, IconName> = { info: 'info', ok: 'check', warning: 'warning', danger: 'warning' };

interface Props {
  level: NoticeLevel;
  title?: ComponentChildren;
  children?: ComponentChildren;
  /** Spoken at once when it appears. */
  urgent?: boolean;
  name?: string;
}

export function Notice({ level, title, children, urgent, name }: Props) {
  return (
    <div class={`${styles.notice} ${styles[level]}`} role={urgent ? 'alert' : undefined} data-notice={name}>
      <Icon name={icons[level]} />
      <div class={styles.body}>
        {title && <p class={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
