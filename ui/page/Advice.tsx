/** The report's two lists: what authentik's provider needs, and what is to be done after the fill. */
import { i18n } from '#i18n';
import { CallbackItem } from './CallbackItem';
import type { ReportState } from './state';
import { afterwardsHint, authentikHints } from './words';

export function Advice({ state: { form, report, saveName } }: { state: ReportState }) {
  return (
    <>
      <h3>{i18n.t('page.report.authentik')}</h3>
      <ul class="hints">
        <li>
          {i18n.t(report.callbacks.length > 0 ? 'page.authentik.redirectUris' : 'page.authentik.noRedirectUri')}
          <ul class="callbacks">
            {report.callbacks.map((callback) => (
              <CallbackItem key={callback.url} callback={callback} />
            ))}
          </ul>
        </li>
        {authentikHints(form.authentik).map((hint) => (
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
