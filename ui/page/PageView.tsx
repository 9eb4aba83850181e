/** Everything Latchkey shows in a page: the button, or one card of the panel. */
import { i18n } from '../i18n';
import { ButtonView } from './ButtonView';
import { MessageView } from './MessageView';
import { MethodView } from './MethodView';
import { PreviewView } from './PreviewView';
import { ReportView } from './ReportView';
import { spoken } from './spoken';
import type { PageActions, PageState } from './state';

interface Props {
  state: PageState;
  actions: PageActions;
  /** Presses count already; see `guard.ts`. */
  ready: boolean;
}

/** The status line stands beside the cards all the time: a reader announces it only when its words change. */
export function PageView({ state, actions, ready }: Props) {
  return (
    <>
      {state.view === 'button' ? (
        <ButtonView actions={actions} ready={ready} />
      ) : (
        <section
          class="card"
          data-view={state.view}
          data-message={messageOf(state)}
          role="dialog"
          aria-label={i18n.t('page.panel')}
        >
          <Card state={state} actions={actions} ready={ready} />
        </section>
      )}
      <p class="spoken" role="status">
        {spoken(state)}
      </p>
    </>
  );
}

function Card({ state, actions, ready }: Props) {
  if (state.view === 'method') return <MethodView state={state} actions={actions} ready={ready} />;
  if (state.view === 'preview') return <PreviewView state={state} actions={actions} ready={ready} />;
  if (state.view === 'report') return <ReportView state={state} actions={actions} ready={ready} />;
  return state.view === 'message' ? <MessageView state={state} actions={actions} ready={ready} /> : null;
}

/** Which message it is, as a stable name for tests. */
function messageOf(state: PageState): string | undefined {
  if (state.view !== 'message') return undefined;
  if (state.kind === 'waiting') return state.for;
  return state.kind === 'trouble' ? state.trouble : state.kind;
}
