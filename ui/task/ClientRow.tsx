/** The parts of a list of clients: a group with its count, a tick, and what a client is. */
import type { ComponentChildren } from 'preact';
import type { PreviewClient } from '@/messaging/client-import-protocol';
import { i18n } from '../i18n';
import styles from './ImportTask.module.css';

interface GroupProps {
  name: string;
  title: string;
  text?: string;
  count: number;
  children: ComponentChildren;
}

/** Nothing at all when it is empty. */
export function ClientGroup({ name, title, text, count, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <section class={styles.group} data-group={name}>
      <h2>
        {title} <span class={styles.count}>{count}</span>
      </h2>
      {text !== undefined && <p class={styles.soft}>{text}</p>}
      <ul class={styles.rows}>{children}</ul>
    </section>
  );
}

interface TickProps {
  name: string;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
  children: ComponentChildren;
}

export function ClientTick({ name, isTicked, onTick, children }: TickProps) {
  return (
    <label class={styles.tick}>
      <input
        type="checkbox"
        name={name}
        checked={isTicked}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      <span class={styles.words}>{children}</span>
    </label>
  );
}

interface TextProps {
  client: PreviewClient;
  /** authentik's own page showed it. */
  isOpen: boolean;
  about: string;
}

export function ClientText({ client: { provider, clientId, redirectUris, profile }, isOpen, about }: TextProps) {
  const name = 'here' in profile ? profile.here.name : profile.name;
  const others = [provider, profile.slug].filter((text) => text !== name);
  const applied = [...new Set([...others, about])].filter(Boolean).join(' · ');
  return (
    <>
      <span class={styles.name}>
        {name} {isOpen && <span class={styles.mark}>{i18n.t('authentikImport.open')}</span>}
      </span>
      <span class={styles.about}>{applied}</span>
      <span class={styles.mono}>{clientId}</span>
      {redirectUris.map(({ url, matching }) => (
        <span key={url} class={styles.mono}>
          {matching === 'strict' ? url : i18n.t('authentikImport.pattern', [url])}
        </span>
      ))}
    </>
  );
}
