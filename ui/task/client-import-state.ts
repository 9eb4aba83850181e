/** The way of an authentik's clients into the vault: read, looked at, ticked, taken over. Holds no secret. */
import { computed, signal } from '@preact/signals';
import type { OpenRecord } from '@/authentik/model';
import { send } from '@/messaging/client';
import type { ClientOutcome, ClientPreview, PreviewClient } from '@/messaging/client-import-protocol';
import type { AuthentikState } from './authentik-state';

export type ClientImportStep =
  | { name: 'reading' }
  | { name: 'preview'; preview: ClientPreview }
  | { name: 'done'; outcome: ClientOutcome };

export class ClientImportState {
  readonly authentik: AuthentikState;
  /** The provider or application that was open when this was asked for. */
  readonly open: OpenRecord | undefined;
  readonly step = signal<ClientImportStep>({ name: 'reading' });
  /** New ones to take, by the provider's number; and profiles here to replace, by their id. */
  readonly take = signal<ReadonlySet<number>>(new Set());
  readonly replace = signal<ReadonlySet<string>>(new Set());
  readonly wanted = signal('');
  readonly isBusy = signal(false);
  /** The vault has changed since the list was shown; this is a new one. */
  readonly isAnew = signal(false);
  readonly ticked = computed(() => this.take.value.size + this.replace.value.size);

  constructor(authentik: AuthentikState, open: OpenRecord | undefined) {
    this.authentik = authentik;
    this.open = open;
  }

  /** Reads the list to its end; ticks stay where they still fit. */
  async read(): Promise<void> {
    const baseUrl = this.authentik.baseUrl.value;
    if (baseUrl === null) return;
    const isFirst = this.take.value.size + this.replace.value.size === 0;
    this.step.value = { name: 'reading' };
    this.wanted.value = '';
    const preview = await this.authentik.run((job) => send('authentik.readClients', { baseUrl, job }));
    if (!preview) return;
    const { clients } = preview;
    const fits = new Set(clients.flatMap(({ pk, profile }) => (profile.state === 'new' ? [pk] : [])));
    const here = new Set(clients.flatMap(({ profile }) => (profile.state === 'changed' ? [profile.here.id] : [])));
    const open = clients.filter((client) => this.isOpen(client) && isFirst).map(({ pk }) => pk);
    this.take.value = new Set([...this.take.value, ...open].filter((pk) => fits.has(pk)));
    this.replace.value = new Set([...this.replace.value].filter((id) => here.has(id)));
    this.step.value = { name: 'preview', preview };
  }

  /** Whether authentik's own page showed this client. */
  isOpen({ pk, profile: { slug } }: PreviewClient): boolean {
    if (!this.open) return false;
    return 'provider' in this.open ? this.open.provider === pk : this.open.application === slug;
  }

  tickNew(pks: readonly number[], isTicked: boolean): void {
    this.take.value = changed(this.take.value, pks, isTicked);
  }

  tickChanged(id: string, isTicked: boolean): void {
    this.replace.value = changed(this.replace.value, [id], isTicked);
  }

  /** Nobody looks at the list any more. */
  forget(): void {
    void send('authentik.forgetClients');
  }

  async apply(): Promise<void> {
    const step = this.step.value;
    if (step.name !== 'preview' || this.isBusy.value) return;
    const { desk } = this.authentik;
    const { digest } = step.preview;
    this.isBusy.value = true;
    const order = { digest, take: [...this.take.value], replace: [...this.replace.value] };
    const answer = await send('authentik.importClients', order);
    this.isBusy.value = false;
    this.isAnew.value = !answer.ok && answer.failure.kind === 'import-stale';
    if (this.isAnew.value) return this.read();
    if (!desk.passes(answer)) return;
    this.take.value = new Set();
    this.replace.value = new Set();
    this.step.value = { name: 'done', outcome: answer.value };
    await desk.read();
  }
}

function changed<T>(set: ReadonlySet<T>, values: readonly T[], isIn: boolean): ReadonlySet<T> {
  const others = [...set].filter((value) => !values.includes(value));
  return new Set(isIn ? [...others, ...values] : others);
}
