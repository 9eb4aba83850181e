/** Redirect URIs, each with how authentik will compare it and where it comes from. */

import type { Callback } from '@/engine/model';
import { i18n } from '../../i18n';
import { callbackWarningWords, entryWords } from '../../words/how-words';
import own from './Create.module.css';

export function CallbackRows({ callbacks }: { callbacks: Callback[] }) {
  if (callbacks.length === 0) return <span>{i18n.t('authentikCreate.noCallback')}</span>;
  return (
    <ul class={own.uris}>
      {callbacks.map((callback) => (
        <li key={`${callback.kind} ${callback.url}`} data-callback={callback.url} data-how={callback.how}>
          <span class={own.uri}>{callback.url}</span>
          <span class={own.note}>
            {entryWords(callback)}
            {callback.warning && <> · {callbackWarningWords(callback.warning)}</>}
          </span>
        </li>
      ))}
    </ul>
  );
}
