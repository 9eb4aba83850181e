/** One sentence: at work, locked, or what went wrong and how to go on. */
import { i18n } from '#i18n';
import { Action } from './Action';
import { CardHead } from './CardHead';
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
