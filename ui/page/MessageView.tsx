/** One thing to say: at work, locked, what the app said after Save, or what went wrong and how to go on. */
import { i18n } from '../i18n';
import { Action } from './Action';
import { CardHead } from './CardHead';
import { Notices } from './Notices';
import type { PageActions, PageState, Wait } from './state';
import { troubleWords, waitWords, workWords } from './words';

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
  if (state.kind === 'waiting') return <WaitView kind={state.for} {...{ actions, ready }} />;
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

/** Latchkey's own window is open, or was closed again. */
function WaitView({ kind, actions, ready }: { kind: Wait; actions: PageActions; ready: boolean }) {
  const words = waitWords(kind);
  return (
    <>
      <CardHead title={words.title} onClose={() => actions.close()} />
      <p class="text">{words.text}</p>
      <div class="foot">
        {kind === 'secret' && (
          <Action name="open-without" ready={ready} onPress={() => actions.openWithout()}>
            {i18n.t('page.askSecret.without')}
          </Action>
        )}
        <Action name="unlock" ready={ready} onPress={() => actions.open()}>
          {words.open}
        </Action>
      </div>
    </>
  );
}
