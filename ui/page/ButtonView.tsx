/** The button beside the form: one fixed text, and a way to be rid of it. Names no profile. */
import { i18n } from '../i18n';
import { Icon } from './Icon';
import type { PageActions } from './state';

export function ButtonView({ actions, ready }: { actions: PageActions; ready: boolean }) {
  return (
    <div class="pill" data-view="button">
      <button
        type="button"
        class="open"
        data-action={ready ? 'open' : undefined}
        data-guarded=""
        data-focus=""
        onClick={() => actions.open()}
      >
        <Icon name="mark" />
        {i18n.t('page.button')}
      </button>
      <button
        type="button"
        class="bare"
        data-action="hide"
        aria-label={i18n.t('page.hide')}
        title={i18n.t('page.hide')}
        onClick={() => actions.hide()}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
