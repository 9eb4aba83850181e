/** From a small window to the options page, where there is room for explanations and for a reset. */
import { browser } from 'wxt/browser';
import { Button } from '../components/Button';
import { i18n } from '../i18n';

interface Props {
  /** forgotten: with the help for a forgotten passphrase open. */
  about: 'forgotten' | 'trouble';
}

export function HelpInTab({ about }: Props) {
  const isForgotten = about === 'forgotten';
  const open = (): void => {
    const url = browser.runtime.getURL('/options.html') + (isForgotten ? '#forgotten' : '');
    void browser.tabs.create({ url }).then(() => window.close());
  };
  return (
    <Button rank="quiet" icon="open" action={isForgotten ? 'forgot-passphrase' : 'open-trouble'} onPress={open}>
      {isForgotten ? i18n.t('forgotten.title') : i18n.t('trouble.openTab')}
    </Button>
  );
}
