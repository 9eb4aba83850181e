/** Leads from the press on the button to the report, one state at a time; knows neither DOM nor browser. */
import type { Plan } from '@/engine/model';
import type { Failure } from '@/lib/result';
import type { FieldKey } from '@/recipes/schema';
import { AfterFill } from './after-fill';
import { type Edits, keysToFill, noEdits, picksOf } from './edits';
import { askGrant, askSecrets, freshGrant, type Grant } from './grant';
import type { Filled, Ports, Sight } from './ports';
import { previewOf } from './preview';
import { reportOf } from './report';
import type { PageState, Work } from './state';
import { isWait, type Stop, stopFor, troubleIn } from './trouble';

export class Flow {
  state: PageState = { view: 'button' };
  private edits: Edits = noEdits();
  private grant: Grant | null = null;
  private sight: Sight | null = null;
  private switched = false;
  private running = false;
  private readonly ports: Ports;
  private readonly afterFill: AfterFill;
  private readonly onState: (state: PageState) => void;
  private readonly signal: AbortSignal;

  /** `onState` hears every change until the signal aborts, which also stops whatever is under way. */
  constructor(ports: Ports, onState: (state: PageState) => void, signal: AbortSignal) {
    this.ports = ports;
    this.afterFill = new AfterFill(ports);
    this.onState = onState;
    this.signal = signal;
  }

  /** The press on the button: asks for the plan and goes on to the method or the preview. */
  open(withoutSecret = false): Promise<void> {
    return this.run('opening', async () => {
      const sight = this.ports.see();
      if (!sight) return this.stop('form-gone');
      const granted = await askGrant(this.ports, sight.look, withoutSecret);
      if (!granted.ok) return this.stop(granted.failure.kind);
      this.grant = granted.value;
      const { method } = sight.look;
      const wantedLabel = sight.form.method?.wanted.label;
      if (!method || method.isWanted || wantedLabel === undefined) return this.openPreview();
      this.show({ view: 'method', nowLabel: method.nowLabel, wantedLabel });
    });
  }

  /** The vault was locked: its values go, and with them the view that shows them; a fill that has begun goes on. */
  locked(): void {
    this.grant = null;
    if (this.state.view === 'preview' || this.state.view === 'method') this.show({ view: 'button' });
    else if (this.state.view === 'report') this.show({ ...this.state, tokensPage: null });
  }

  /** The window this page asked for has done its work: goes on where the press had to stop. */
  answered(withoutSecret: boolean): void {
    if (this.state.view === 'message' && this.state.kind === 'waiting') void this.open(withoutSecret);
  }

  switchMethod(): Promise<void> {
    return this.run('switching', async () => {
      if (!(await this.ports.switchMethod(this.signal))) return this.stop('method');
      this.switched = true;
      await this.openPreview();
    });
  }

  tick(key: FieldKey, ticked: boolean): void {
    this.edits.ticks[key] = ticked;
    this.remakePreview();
  }

  removeExtras(key: FieldKey, remove: boolean): void {
    this.edits.extras[key] = remove;
    this.remakePreview();
  }

  choose(choice: string, value: string): void {
    this.edits.choices[choice] = value;
    this.remakePreview();
  }

  /** Fills what is ticked; when a needed field is missing, the first press only asks about it. */
  async fill(): Promise<void> {
    const { state } = this;
    if (state.view !== 'preview') return;
    const isMissing = state.plan.rows.some((row) => row.state === 'missing');
    if (isMissing && !state.asksAboutMissing) return this.show({ ...state, asksAboutMissing: true });
    return this.run('filling', () => this.carryOut(state.plan));
  }

  restore(): Promise<void> {
    const { state } = this;
    if (state.view !== 'report' || state.restore.state !== 'offered') return Promise.resolve();
    return this.run('restoring', async () => {
      const restored = await this.afterFill.restore(this.signal);
      this.switched = false;
      this.show(restored ? { ...state, restore: { state: 'done', ...restored } } : state);
    });
  }

  /** The page changed: what the report or the app's own words say may hold no more. */
  pageChanged(): void {
    if (!this.running) this.showNew(this.afterFill.pageChanged(this.state));
  }

  /** The person pressed the page's own Save: what stands there now is theirs. */
  saved(): void {
    this.switched = false;
    this.showNew(this.afterFill.saved(this.state));
  }

  /** A press could not be judged, since the background does not answer or has no grant any more. */
  failed(failure: Failure): void {
    void this.stop(stopFor(failure));
  }

  /** Closes the panel; what was ticked stays for the next preview of this page. */
  close(): void {
    if (this.running) return;
    this.afterFill.closed();
    this.show({ view: 'button' });
  }

  private async openPreview(): Promise<void> {
    this.show({ view: 'message', kind: 'working', work: 'steps' });
    const isOpen = await this.ports.openFields(this.signal);
    this.sight = this.ports.see();
    if (!this.sight) return this.stop('form-gone');
    if (!this.grant) return this.show({ view: 'button' });
    // With a needed field missing, the preview says which one; without any field there is nothing to show.
    const hasFields = this.sight.look.readings.some(({ state }) => state === 'found');
    if (!isOpen && !hasFields) return this.stop('steps');
    this.show(previewOf(this.ports, this.sight, this.grant, this.edits));
  }

  private remakePreview(): void {
    if (this.state.view !== 'preview' || !this.sight || !this.grant) return;
    this.show(previewOf(this.ports, this.sight, this.grant, this.edits));
  }

  private async carryOut(plan: Plan): Promise<void> {
    const sight = this.ports.see();
    if (!sight || !this.grant) return this.stop('form-gone');
    const granted = await freshGrant(this.ports, sight.look, this.grant);
    if (!granted.ok) return this.stop(granted.failure.kind);
    const { consent } = granted.value;
    const answer = await askSecrets(
      this.ports,
      { consent, fields: keysToFill(plan), choices: picksOf(plan) },
      this.signal,
    );
    if (!answer.ok) return this.stop(stopFor(answer.failure));
    this.finish(await this.ports.fill(plan.rows, answer.value.secrets, this.signal), consent);
  }

  private finish(filled: Filled, consent: string): void {
    const sight = this.ports.see();
    if (!sight) return void this.stop('fill-stopped');
    const report = reportOf(filled.report, sight, this.switched, this.grant?.values.tokens_page ?? null);
    this.afterFill.begin(filled);
    this.edits = { ...noEdits(), choices: this.edits.choices };
    this.show(report);
    this.ports.mark(report.report.fields.filter(({ outcome }) => outcome === 'filled').map(({ key }) => key));
    this.ports.tell({ consent, fields: report.report.fields });
  }

  private async stop(stop: Stop): Promise<void> {
    if (!isWait(stop)) return this.show({ view: 'message', kind: 'trouble', trouble: stop });
    this.show({ view: 'message', kind: 'waiting', for: stop });
    const answer = await this.ports.askUnlock();
    if (!answer.ok) this.show({ view: 'message', kind: 'trouble', trouble: 'no-answer' });
  }

  /** One thing at a time: a second press while the first is under way does nothing. */
  private async run(work: Work, task: () => Promise<void>): Promise<void> {
    if (this.running || this.signal.aborted) return;
    this.running = true;
    this.show({ view: 'message', kind: 'working', work });
    try {
      await task();
    } catch {
      // The boundary of a press: what breaks off in the page is said in the panel.
      await this.stop(troubleIn(work));
    } finally {
      this.running = false;
    }
  }

  private showNew(state: PageState): void {
    if (state !== this.state) this.show(state);
  }

  private show(state: PageState): void {
    if (this.signal.aborted) return;
    this.state = state;
    this.onState(state);
  }
}
