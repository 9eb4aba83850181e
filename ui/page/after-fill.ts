/** What holds after a fill: the way back, whether the page still holds what was filled, what the app says once saved. */
import type { NoticeId } from '@/recipes/schema';
import type { Filled, Ports } from './ports';
import { withoutLost } from './report';
import type { PageState, ReportState } from './state';

/** What an app says about a connection it has saved. */
const health: readonly NoticeId[] = ['checking', 'healthy', 'needs-attention', 'health-unknown'];

export class AfterFill {
  private filled: Filled | null = null;
  /** From Save on: what the app said then, and whether it has said anything else since. */
  private sinceSave: { said: string; isNews: boolean } | null = null;
  private readonly ports: Pick<Ports, 'see' | 'notices'>;

  constructor(ports: Pick<Ports, 'see' | 'notices'>) {
    this.ports = ports;
  }

  begin(filled: Filled): void {
    this.filled = filled;
    this.sinceSave = null;
  }

  /** Puts back what the fill changed; once, and not any more after Save. */
  async restore(signal: AbortSignal): Promise<Awaited<ReturnType<Filled['restore']>> | null> {
    const { filled } = this;
    this.filled = null;
    return filled ? filled.restore(signal) : null;
  }

  /** The person pressed the page's own Save: what stands there now is theirs. */
  saved(state: PageState): PageState {
    if (this.filled || state.view === 'report') this.sinceSave = { said: this.said().join(), isNews: false };
    this.filled = null;
    if (state.view !== 'report' || state.restore.state !== 'offered') return state;
    return { ...state, restore: { state: 'over' } };
  }

  /** The person has seen enough: nothing opens by itself any more. */
  closed(): void {
    this.sinceSave = null;
  }

  /** The state to show for the page as it stands; the same object where nothing is new. */
  pageChanged(state: PageState): PageState {
    const news = this.readNews();
    if (state.view === 'report') return withNotices(this.asItStands(state), news);
    const isAtRest = state.view === 'button' || isNotices(state);
    if (!isAtRest || news.length === 0 || isSame(news, isNotices(state) ? state.notices : [])) return state;
    return { view: 'message', kind: 'notices', notices: news };
  }

  /** Before Save a secret may be lost: EspoCRM closes its box with every new drawing (page sheet espocrm.md 3). */
  private asItStands(state: ReportState): ReportState {
    const sight = this.filled && this.ports.see();
    return (sight && withoutLost(state, sight)) || state;
  }

  /** What the app has come to say since Save. */
  private readNews(): NoticeId[] {
    const { sinceSave } = this;
    if (!sinceSave) return [];
    const said = this.said();
    sinceSave.isNews ||= said.join() !== sinceSave.said;
    return sinceSave.isNews ? said : [];
  }

  private said(): NoticeId[] {
    return this.ports.notices().filter((id) => health.includes(id));
  }
}

/** What was said stays, while the page is drawn anew and says nothing. */
function withNotices(state: ReportState, notices: NoticeId[]): ReportState {
  return notices.length === 0 || isSame(notices, state.notices) ? state : { ...state, notices };
}

function isNotices(state: PageState): state is Extract<PageState, { kind: 'notices' }> {
  return state.view === 'message' && state.kind === 'notices';
}

function isSame(some: NoticeId[], others: NoticeId[]): boolean {
  return some.join() === others.join();
}
