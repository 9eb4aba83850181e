/** Says what went wrong with authentik, quotes what it says itself, and offers the way on. */

import type { Trouble } from '@/messaging/authentik-protocol';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { authentikWords } from '../words/authentik-words';
import type { AuthentikState } from './authentik-state';
import { Quotes } from './Quotes';
import styles from './Task.module.css';

interface Props {
  state: AuthentikState;
  trouble: Trouble | null;
  /** Tries again what failed. */
  onRetry?: () => void;
}

export function TroubleNotice({ state, trouble, onRetry }: Props) {
  if (!trouble) return null;
  if (trouble.kind !== 'authentik') return <FailureNotice failure={trouble} />;
  const { text, quotes } = authentikWords(trouble);
  const { kind } = trouble.cause;
  return (
    <Notice level={kind === 'cancelled' ? 'info' : 'danger'} urgent name={kind}>
      <p>{text}</p>
      <Quotes quotes={quotes} />
      <p class={styles.buttons}>
        {kind === 'not-granted' && (
          <Button rank="primary" action="allow-authentik" onPress={() => state.allow(trouble.baseUrl, onRetry)}>
            {i18n.t('authentik.allow')}
          </Button>
        )}
        {(kind === 'signed-out' || kind === 'not-signed-in') && (
          <Button
            rank="primary"
            action="open-authentik"
            icon="open"
            onPress={() => void state.openPage(trouble.baseUrl)}
          >
            {i18n.t('authentik.signIn')}
          </Button>
        )}
        {onRetry && (
          <Button action="try-again" onPress={onRetry}>
            {i18n.t('trouble.tryAgain')}
          </Button>
        )}
      </p>
    </Notice>
  );
}
