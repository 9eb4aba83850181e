/** The making of an API token for the app in a tab: what is proposed, what has become of it, and the way back there. */
import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { send } from '@/messaging/client';
import type { TokenOutcome, TokenProposal } from '@/messaging/token-protocol';
import { requestSite } from '../permission';
import type { AuthentikState } from './authentik-state';

export class CreateTokenState {
  readonly authentik: AuthentikState;
  readonly tabId: number;
  /** Null until authentik has been asked for a free name. */
  readonly proposal = signal<TokenProposal | null>(null);
  /** Null until something was sent. */
  readonly outcome = signal<TokenOutcome | null>(null);

  private wish = { name: '', description: '' };

  constructor(authentik: AuthentikState, tabId: number) {
    this.authentik = authentik;
    this.tabId = tabId;
  }

  async propose(): Promise<void> {
    const [baseUrl, { tabId }] = [this.authentik.baseUrl.value, this];
    if (baseUrl === null) return;
    this.proposal.value = await this.authentik.run((job) => send('token.propose', { baseUrl, tabId, job }));
  }

  /** Called straight from the press: the browser's question for the app's site comes first; whatever its answer, the token is made. */
  create(typed: { name?: string | undefined; description?: string | undefined }): void {
    const proposal = this.proposal.value;
    if (!proposal || this.authentik.isBusy.value) return;
    // What is gone on with keeps its name and its purpose.
    this.wish = { name: typed.name ?? this.wish.name, description: typed.description ?? this.wish.description };
    const answered = proposal.isGranted ? Promise.resolve(true) : requestSite(proposal.origin);
    void answered.then(() => this.make());
  }

  async toPage(): Promise<void> {
    const tab = await browser.tabs.update(this.tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  }

  private async make(): Promise<void> {
    const [baseUrl, { tabId }] = [this.authentik.baseUrl.value, this];
    if (baseUrl === null) return;
    const wish = { baseUrl, tabId, ...this.wish };
    const outcome = await this.authentik.run((job) => send('token.create', { ...wish, job }));
    if (outcome) this.outcome.value = outcome;
  }
}
