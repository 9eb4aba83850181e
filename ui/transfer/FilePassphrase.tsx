/** The passphrase of one export file. */

import { Button } from '../components/Button';
import { Field } from '../components/Field';
import { SecretInput } from '../components/SecretInput';
import { i18n } from '../i18n';
import type { ShownMessage } from '../words/message-words';
import styles from './Transfer.module.css';

const wrong: ShownMessage[] = [{ level: 'error', code: 'wrongFilePassphrase' }];

interface Props {
  fileName: string;
  isWrong: boolean;
  isBusy: boolean;
  onPassphrase: (passphrase: string) => void;
  onCancel: () => void;
}

export function FilePassphrase({ fileName, isWrong, isBusy, onPassphrase, onCancel }: Props) {
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const passphrase = String(new FormData(form).get('filePassphrase') ?? '');
        if (isBusy || passphrase === '') return;
        form.querySelector('input')?.select();
        onPassphrase(passphrase);
      }}
    >
      <Field
        name="filePassphrase"
        label={i18n.t('transfer.passphraseOf', [fileName])}
        hint={i18n.t('transfer.passphraseOfHint')}
        messages={isWrong ? wrong : []}
      >
        {(attributes) => <SecretInput {...attributes} autocomplete="off" autofocus />}
      </Field>
      <div class={styles.actions}>
        <Button type="submit" rank="primary" action="open-file" busy={isBusy}>
          {i18n.t('transfer.openFile')}
        </Button>
        <Button action="cancel-import" onPress={onCancel}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
