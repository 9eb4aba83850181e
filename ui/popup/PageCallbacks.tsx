/** The redirect URIs this page asks for, to be entered in authentik, with where each comes from. */

import type { Callback } from '@/engine/model';
import { Button } from '../components/Button';
import { CopyButton } from '../components/CopyButton';
import { i18n } from '../i18n';
import { callbackWarningWords, entryWords } from '../words/how-words';
import styles from './PageCallbacks.module.css';

interface Props {
  callbacks: Callback[];
  /** The page has a profile, so that its provider is known. */
  onRegister?: (() => void) | undefined;
}

export function PageCallbacks({ callbacks, onRegister }: Props) {
  if (callbacks.length === 0) return null;
  return (
    <section class={styles.callbacks}>
      <h2>{i18n.t('card.callbacks')}</h2>
      <ul>
        {callbacks.map((callback) => (
          <li
            key={callback.url}
            data-callback={callback.url}
            data-how={callback.how}
            data-matching={callback.matching}
            data-kind={callback.kind}
          >
            <span class={styles.url}>{callback.url}</span>
            {/* Another host's address is shown and not handed on (security rules, callback URLs). */}
            {(callback.warning === undefined || callback.warning === 'other-folder') && (
              <CopyButton text={callback.url} what={callback.url} action="copy-callback" />
            )}
            <span class={styles.how}>
              {entryWords(callback)}
              {callback.warning && <em> · {callbackWarningWords(callback.warning)}</em>}
            </span>
          </li>
        ))}
      </ul>
      <p class={styles.how}>{i18n.t('card.callbacksHint')}</p>
      {onRegister && (
        <Button rank="quiet" action="register" onPress={onRegister}>
          {i18n.t('authentikCheck.registerHere')}
        </Button>
      )}
    </section>
  );
}
