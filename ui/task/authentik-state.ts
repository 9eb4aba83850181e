/** Which authentik a task works with, how it is reached, and who is signed in there. */
import { computed, signal } from '@preact/signals';
import type { Account } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { AuthentikView, Progress, Trouble } from '@/messaging/authentik-protocol';
import { send } from '@/messaging/client';
import { hearProgress } from '@/messaging/hear-progress';
import type { Desk } from '../desk';
import { requestSite } from '../permission';

export class AuthentikState {
  readonly desk: Desk;
  /** Null until the background has answered. */
  readonly known = signal<AuthentikView[] | null>(null);
  readonly baseUrl = signal<string | null>(null);
  /** Null until authentik has answered who is signed in. */
  readonly account = signal<Account | null>(null);
  readonly trouble = signal<Trouble | null>(null);
  /** The job that is under way, and how far its list has come. */
  readonly job = signal<string | null>(null);
  readonly progress = signal<Progress | null>(null);
  readonly isBusy = computed(() => this.job.value !== null);
  readonly view = computed(() => this.known.value?.find(({ baseUrl }) => baseUrl === this.baseUrl.value));

  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** Reads what is known, and asks the wanted authentik who is signed in; the only one there is, when none is named. */
  async start(wanted?: string): Promise<void> {
    const answer = await send('authentik.list');
    if (!this.desk.passes(answer)) return;
    this.known.value = answer.value;
    const [only, ...others] = answer.value;
    const baseUrl = wanted ?? (others.length === 0 ? only?.baseUrl : undefined);
    if (baseUrl !== undefined) await this.choose(baseUrl);
  }

  async choose(baseUrl: string): Promise<void> {
    this.baseUrl.value = baseUrl;
    this.account.value = null;
    const answer = await this.run((job) => send('authentik.account', { baseUrl, job }));
    if (answer) this.account.value = answer;
  }

  /** Connects an authentik, or connects it another way; true when it has answered. */
  async connect(address: string, token?: string): Promise<boolean> {
    const way = token === undefined ? {} : { token };
    const answer = await this.run((job) => send('authentik.connect', { address, ...way, job }));
    if (!answer) return false;
    const others = (this.known.value ?? []).filter(({ baseUrl }) => baseUrl !== answer.authentik.baseUrl);
    this.known.value = [answer.authentik, ...others];
    this.baseUrl.value = answer.authentik.baseUrl;
    this.account.value = answer.account;
    return true;
  }

  async disconnect(baseUrl: string): Promise<void> {
    const answer = await send('authentik.disconnect', { baseUrl });
    if (!this.desk.passes(answer)) return;
    this.account.value = null;
    await this.start();
  }

  /** Asks the browser for authentik's origin; first thing in a press, since browsers refuse it after any waiting. */
  allow(baseUrl: string, then?: () => void): void {
    const url = URL.parse(baseUrl);
    if (url === null) return;
    void requestSite(url.origin).then((isGranted) => {
      if (isGranted) (then ?? (() => void this.choose(baseUrl)))();
    });
  }

  async openPage(baseUrl: string): Promise<void> {
    await this.run(() => send('authentik.open', { baseUrl }));
  }

  /** One call at a time; its failure is kept in `trouble`, and null is answered. */
  async run<T>(call: (job: string) => Promise<Result<T, Trouble>>): Promise<T | null> {
    const job = crypto.randomUUID();
    const over = new AbortController();
    this.job.value = job;
    this.progress.value = null;
    this.trouble.value = null;
    hearProgress(job, (progress) => (this.progress.value = progress), over.signal);
    const answer = await call(job);
    over.abort();
    if (this.job.value === job) this.job.value = null;
    if (answer.ok) return answer.value;
    if (answer.failure.kind === 'authentik') this.trouble.value = answer.failure;
    // Locked meanwhile, or a fault of the vault: the screen says so in its own place.
    else this.desk.passes({ ok: false, failure: answer.failure });
    return null;
  }

  cancel(): void {
    const job = this.job.value;
    if (job !== null) void send('authentik.cancel', { job });
  }
}
