/** The report's two lists: what is to be set up in authentik, and what is to be done after the fill. */

import type { Callback } from '@/engine/model';
import type { Form } from '@/recipes/schema';
import { i18n } from '../i18n';
import { CallbackItem, type Register } from './CallbackItem';
import { requirementWords } from './requirement-words';
import type { PageActions, ReportState } from './state';
import { afterwardsHint } from './words';

interface Props {
  state: ReportState;
  actions: PageActions;
  ready: boolean;
}

export function Advice({ state: { form, report, saveName }, actions, ready }: Props) {
  const register = { ready, onPress: () => actions.openTask('register') };
  return (
    <>
      <h3>{i18n.t('page.report.authentik')}</h3>
      <ul class="hints">
        {report.callbacks.length > 0 ? (
          <Callbacks callbacks={report.callbacks} register={register} />
        ) : (
          <NoCallback form={form} />
        )}
        {requirementWords(form.authentik).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <h3>{i18n.t('page.report.afterwards')}</h3>
      <ul class="hints">
        <li data-save-name={saveName}>
          {saveName ? i18n.t('page.report.save', [saveName]) : i18n.t('page.report.saveUnnamed')}
        </li>
        {form.afterwards.map((hint) => (
          <li key={hint}>{afterwardsHint(hint)}</li>
        ))}
      </ul>
    </>
  );
}

function Callbacks({ callbacks, register }: { callbacks: Callback[]; register: Register }) {
  const isMixed = callbacks.some(({ matching }) => matching !== undefined);
  return (
    <li>
      {i18n.t(isMixed ? 'page.authentik.redirectUrisMixed' : 'page.authentik.redirectUris')}
      <ul class="callbacks">
        {callbacks.map((callback) => (
          <CallbackItem key={callback.url} callback={callback} register={register} />
        ))}
      </ul>
    </li>
  );
}

/** An app without a callback is another thing than one that has not shown it yet. */
function NoCallback({ form }: { form: Form }) {
  if (form.callbacks.length === 0) return <li data-callbacks="none">{i18n.t('page.authentik.noCallback')}</li>;
  if (form.callbacks.some(({ how }) => how === 'after-save')) {
    return <li data-callbacks="after-save">{i18n.t('page.authentik.afterSave')}</li>;
  }
  return <li>{i18n.t('page.authentik.noRedirectUri')}</li>;
}
