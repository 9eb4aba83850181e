/** One thing to say: at work, locked, what the app said after Save, or what went wrong and how to go on. */
import { i18n } from '#i18n';
import { Action } from './Action';
import { CardHead } from './CardHead';
import { Notices } from './Notices';
import type { PageActions, PageState } from './state';
import { troubleWords, workWords } from './words';

interface Props {
  state: Extract<PageState, { view: 'message' }>;
  actions: PageActions;
  ready: boolean;
}

export function MessageView({ state, actions, ready }: Props) {
  const close = () => actions.close();
  if (state.kind === 'working') {
    return (
      <>
        <CardHead title={workWords(state.work)} />
        <div class="bar" />
      </>
    );
  }
  if (state.kind === 'locked') {
    return (
      <>
        <CardHead title={i18n.t('page.unlock.title')} onClose={close} />
        <p class="text">{i18n.t('page.unlock.text')}</p>
        <div class="foot">
          <Action name="unlock" ready={ready} onPress={() => actions.open()}>
            {i18n.t('page.unlock.open')}
          </Action>
        </div>
      </>
    );
  }
  if (state.kind === 'notices') {
    return (
      <>
        <CardHead title={i18n.t('page.notices.title')} onClose={close} />
        <div class="body">
          <Notices ids={state.notices} />
        </div>
      </>
    );
  }
  return (
    <>
      <CardHead title={i18n.t('page.failed')} onClose={close} />
      <p class="text">{troubleWords(state.trouble)}</p>
      <div class="foot">
        <Action name="open" primary ready={ready} onPress={() => actions.open()}>
          {i18n.t('page.again')}
        </Action>
      </div>
    </>
  );
}
