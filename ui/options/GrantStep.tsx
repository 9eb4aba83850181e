/** Asks for one site in a tab of its own, where Firefox can show its question. */
import { useSignal } from '@preact/signals';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { i18n } from '../i18n';
import { requestSite } from '../permission';

export function GrantStep({ origin }: { origin: string | null }) {
  const outcome = useSignal<'asking' | 'granted' | 'declined'>('asking');
  if (origin === null) {
    return <EmptyState icon="warning" title={i18n.t('grant.unknown')} text={i18n.t('grant.unknownText')} />;
  }
  if (outcome.value === 'granted') {
    return <EmptyState icon="check" title={i18n.t('grant.done')} text={i18n.t('grant.doneText')} />;
  }
  const isDeclined = outcome.value === 'declined';
  const host = new URL(origin).host;
  // The request is the first thing the press does: browsers refuse it after any waiting.
  const allow = (): void => {
    void requestSite(origin).then((isGranted) => {
      outcome.value = isGranted ? 'granted' : 'declined';
    });
  };
  return (
    <EmptyState
      icon="shield"
      title={isDeclined ? i18n.t('grant.declined') : i18n.t('grant.title')}
      text={isDeclined ? i18n.t('grant.declinedText') : i18n.t('grant.text', [host])}
    >
      <Button rank="primary" action="grant" onPress={allow} autofocus>
        {i18n.t('grant.allow')}
      </Button>
      {!isDeclined && (
        <Button rank="quiet" action="skip-grant" onPress={() => window.close()}>
          {i18n.t('grant.skip')}
        </Button>
      )}
    </EmptyState>
  );
}
