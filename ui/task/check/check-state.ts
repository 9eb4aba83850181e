/** The screen of Check: what was found, the change that is being looked at, and what was changed, with the way back. */
import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { CallbackPlan, CheckId, Repair } from '@/authentik/model';
import type { CheckReport, CheckTarget, Remedy } from '@/messaging/check-report';
import { send } from '@/messaging/client';
import { openProfiles } from '../../options/link';
import { requestSite } from '../../permission';
import type { AuthentikState } from '../authentik-state';

/** A remedy that changes something, so that it is shown before. */
export type Change = Extract<Remedy, { do: 'register' | 'repair' | 'take-secret' | 'take-issuer-mode' }>;

/** What a change has come to; `undone` once it was taken back, false when there was nothing left to take back. */
export type Done =
  | { did: 'register'; callback: string; plan: CallbackPlan; isNoted: boolean; undone?: boolean }
  | { did: 'repair'; repair: Repair; undone?: boolean }
  | { did: 'take-secret' | 'take-issuer-mode'; undone?: never };

export class CheckState {
  readonly report = signal<CheckReport | null>(null);
  readonly isChecking = signal(false);
  /** The change under its line that waits for a yes. */
  readonly asked = signal<{ line: CheckId; change: Change } | null>(null);
  /** The last change of each line. */
  readonly done = signal<Partial<Record<CheckId, Done>>>({});
  readonly faults = computed(() => this.count('fault'));
  readonly warnings = computed(() => this.count('warning'));
  readonly unknowns = computed(() => this.count('unknown'));
  readonly authentik: AuthentikState;
  private readonly target: CheckTarget;

  constructor(authentik: AuthentikState, target: CheckTarget) {
    this.authentik = authentik;
    this.target = target;
  }

  async check(): Promise<void> {
    this.isChecking.value = true;
    const { target } = this;
    const report = await this.authentik.run((job) => send('authentik.check', { target, job }));
    this.isChecking.value = false;
    if (report) this.report.value = report;
  }

  ask(line: CheckId, change: Change): void {
    this.asked.value = { line, change };
  }

  forget(): void {
    this.asked.value = null;
  }

  /** Carries out what was asked about, and checks anew. */
  async confirm(): Promise<void> {
    const asked = this.asked.value;
    if (!asked || this.authentik.isBusy.value) return;
    const done = await this.carryOut(asked.change);
    if (!done) return;
    this.asked.value = null;
    this.done.value = { ...this.done.value, [asked.line]: done };
    await Promise.all([this.authentik.desk.read(), this.check()]);
  }

  async undo(line: CheckId): Promise<void> {
    const last = this.done.value[line];
    if (!last || this.authentik.isBusy.value) return;
    const undone = await this.takeBack(last);
    if (undone === null) return;
    this.done.value = { ...this.done.value, [line]: { ...last, undone } as Done };
    await this.check();
  }

  /** Lets Latchkey talk to authentik, with the browser's question first thing in the press. */
  allow(): void {
    const baseUrl = this.report.value?.baseUrl;
    if (baseUrl !== undefined) this.authentik.allow(baseUrl, () => void this.check());
  }

  connect(): void {
    const baseUrl = this.report.value?.baseUrl;
    if (baseUrl === undefined) return;
    void requestSite(new URL(baseUrl).origin)
      .then(() => this.authentik.connect(baseUrl))
      .then((isConnected) => (isConnected ? this.check() : undefined));
  }

  /** To the app's own tab, or to a new one where it is not open. */
  async showPage(): Promise<void> {
    const report = this.report.value;
    if (!report) return;
    if (report.tabId === undefined) await browser.tabs.create({ url: report.site });
    else await showTab(report.tabId);
  }

  async editProfile(): Promise<void> {
    const edit = this.report.value?.profile.id;
    await openProfiles(edit === undefined ? {} : { edit });
  }

  private async carryOut(change: Change): Promise<Done | null> {
    const { target } = this;
    const { run } = this.caller();
    switch (change.do) {
      case 'register': {
        const { callback } = change;
        const made = await run((job) => send('authentik.register', { target, job, callback }));
        return made && { did: 'register', callback, ...made };
      }
      case 'repair': {
        const repair = await run((job) => send('authentik.repair', { target, job, repair: change.repair }));
        return repair && { did: 'repair', repair };
      }
      case 'take-secret': {
        const taken = await run(async (job) => wrapped(await send('authentik.takeSecret', { target, job })));
        return taken ? { did: 'take-secret' } : null;
      }
      case 'take-issuer-mode': {
        const profileId = this.report.value?.profile.id ?? '';
        const mode = change.next;
        const taken = await run(async () => wrapped(await send('profile.takeIssuerMode', { profileId, mode })));
        return taken ? { did: 'take-issuer-mode' } : null;
      }
    }
  }

  /** Null when it failed. */
  private async takeBack(done: Done): Promise<boolean | null> {
    const { target } = this;
    const { run } = this.caller();
    if (done.did === 'register' && done.plan.is === 'added') {
      const { callback, plan } = done;
      const { entry } = plan;
      const taken = await run((job) => send('authentik.unregister', { target, job, callback, entry }));
      return taken?.wasThere ?? null;
    }
    if (done.did !== 'repair') return null;
    const taken = await run((job) => send('authentik.undoRepair', { target, job, repair: done.repair }));
    return taken?.wasThere ?? null;
  }

  private caller(): { run: AuthentikState['run'] } {
    return { run: (call) => this.authentik.run(call) };
  }

  private count(level: CheckReport['lines'][number]['level']): number {
    return this.report.value?.lines.filter((line) => line.level === level).length ?? 0;
  }
}

/** Tells an answer that says nothing but yes from none. */
function wrapped<F extends { kind: string }>(answer: { ok: true; value: null } | { ok: false; failure: F }) {
  return answer.ok ? { ok: true as const, value: true } : answer;
}

async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
