/** What the panel can show, and what a press in it can ask for. */
import type { FieldReport, FillReport, Plan, SecretName } from '@/engine/model';
import type { FieldKey, Form, NoticeId } from '@/recipes/schema';
import type { OwnTask } from './ports';

/** What the panel is busy with. */
export type Work = 'opening' | 'switching' | 'steps' | 'filling' | 'restoring';

/** Why the panel stopped; each has its words in `words.ts`. */
export type Trouble =
  | 'generic'
  | 'not-bound'
  | 'http-refused'
  | 'http-not-acknowledged'
  | 'consent-spent'
  | 'profile-changed'
  | 'no-secret'
  | 'too-fast'
  | 'no-answer'
  | 'form-gone'
  | 'method'
  | 'steps'
  | 'fill-stopped';

/** What the page waits for while Latchkey's own window is open. */
export type Wait = 'locked' | 'secret';

/** How the report's restore stands. */
type Restore = { state: 'none' | 'offered' | 'over' } | { state: 'done'; fields: FieldReport[]; secretKept: boolean };

export interface ReportState {
  view: 'report';
  form: Form;
  report: FillReport;
  /** The page's own name for its Save; hostile text. */
  saveName?: string;
  restore: Restore;
  /** What the app says since the person saved. */
  notices: NoticeId[];
  /** authentik's page for API tokens; null once the vault is locked. */
  tokensPage: string | null;
}

export interface PreviewState {
  view: 'preview';
  form: Form;
  plan: Plan;
  /** A needed field is missing, and the first press on Fill asked about it. */
  asksAboutMissing: boolean;
  /** The secrets at hand. */
  secrets: readonly SecretName[];
  notices: NoticeId[];
  tokensPage: string;
}

export type PageState =
  | { view: 'button' }
  | { view: 'message'; kind: 'working'; work: Work }
  | { view: 'message'; kind: 'waiting'; for: Wait }
  | { view: 'message'; kind: 'notices'; notices: NoticeId[] }
  | { view: 'message'; kind: 'trouble'; trouble: Trouble }
  | { view: 'method'; nowLabel: string; wantedLabel: string }
  | PreviewState
  | ReportState;

/** Everything a person can do in the panel. */
export interface PageActions {
  open(): void;
  /** Goes on without a secret that is kept nowhere. */
  openWithout(): void;
  hide(): void;
  close(): void;
  switchMethod(): void;
  tick(key: FieldKey, ticked: boolean): void;
  removeExtras(key: FieldKey, remove: boolean): void;
  choose(choice: string, value: string): void;
  fill(): void;
  restore(): void;
  /** Goes on in Latchkey's own page. */
  openTask(task: OwnTask): void;
}
