/** Asks before the app's sign-in method is switched: the one thing here that concerns everybody. */
import { i18n } from '../i18n';
import { Action } from './Action';
import { CardHead } from './CardHead';
import { Icon } from './Icon';
import type { PageActions, PageState } from './state';

interface Props {
  state: Extract<PageState, { view: 'method' }>;
  actions: PageActions;
  ready: boolean;
}

export function MethodView({ state: { nowLabel, wantedLabel }, actions, ready }: Props) {
  return (
    <>
      <CardHead title={i18n.t('page.method.title')} onClose={() => actions.close()} />
      <div class="body">
        <dl class="method" data-key="method" data-state="change">
          <dt>{i18n.t('page.method.row')}</dt>
          <dd>
            <span class="was">{nowLabel}</span>
            <Icon name="arrow" />
            <b>{wantedLabel}</b>
          </dd>
        </dl>
        <p class="note warn">
          <Icon name="alert" />
          <span>{i18n.t('page.method.warning')}</span>
        </p>
      </div>
      <div class="foot">
        <Action name="close" onPress={() => actions.close()}>
          {i18n.t('page.close')}
        </Action>
        <Action name="switch-method" primary ready={ready} onPress={() => actions.switchMethod()}>
          {i18n.t('page.method.switch', [wantedLabel])}
        </Action>
      </div>
    </>
  );
}
