/** Looks at a new passphrase and its repetition before they are sent. */
import { isLongEnough } from '@/lib/passphrase';
import type { ShownMessage } from '../words/message-words';
import type { PassphraseMessages } from './PassphraseFields';

/** What is to be said under the two fields; nothing when both will do. */
export function checkPassphrase(passphrase: string, again: string): PassphraseMessages {
  const error = (code: string): ShownMessage => ({ level: 'error', code });
  if (!isLongEnough(passphrase)) return { passphrase: error('passphraseShort') };
  return passphrase === again ? {} : { again: error('passphraseDiffers') };
}
