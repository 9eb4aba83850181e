/** What is proposed to be made in authentik for the page of a tab, what was changed of it, and how it ended. */
import { signal } from '@preact/signals';
import type { Creation } from '@/authentik/creation';
import { send } from '@/messaging/client';
import type { CreateReport, PageProposal } from '@/messaging/create-protocol';
import { requestSite } from '../../permission';
import type { AuthentikState } from '../authentik-state';

/** What a person may choose; the rest of the proposal is what the app needs. */
export type Typed = Pick<Creation, 'name' | 'slug' | 'authorizationFlow' | 'invalidationFlow' | 'signingKey'>;

export class CreateState {
  readonly authentik: AuthentikState;
  /** Null until authentik has been read. */
  readonly proposal = signal<PageProposal | null>(null);
  readonly typed = signal<Typed | null>(null);
  readonly report = signal<CreateReport | null>(null);
  /** Something was sent, and how it ended is not known. */
  readonly isOpen = signal(false);
  private readonly tabId: number;

  constructor(authentik: AuthentikState, tabId: number) {
    this.authentik = authentik;
    this.tabId = tabId;
  }

  /** Reads what there is to choose from; keeps what was typed, but for choices that are gone. */
  async propose(): Promise<void> {
    const baseUrl = this.authentik.baseUrl.value;
    if (baseUrl === null) return;
    const { tabId } = this;
    const answer = await this.authentik.run((job) => send('create.propose', { tabId, baseUrl, job }));
    if (!answer) return;
    this.proposal.value = answer;
    this.typed.value = kept(this.typed.value, answer);
  }

  type(changes: Partial<Typed>): void {
    const { value } = this.typed;
    if (value) this.typed.value = { ...value, ...changes };
  }

  /** The browser's question for the app's site comes first thing in the press; whatever the answer, the client is made. */
  press(): void {
    const app = this.proposal.value?.app;
    if (!app || this.authentik.isBusy.value) return;
    const asked = app.granted ? Promise.resolve(true) : requestSite(app.origin);
    void asked.then(() => this.make());
  }

  /** Looks for what was sent, and goes on from there. */
  async resume(): Promise<void> {
    const { tabId } = this;
    await this.end(await this.authentik.run((job) => send('create.resume', { tabId, job })));
  }

  private async make(): Promise<void> {
    const [proposal, typed, baseUrl] = [this.proposal.value, this.typed.value, this.authentik.baseUrl.value];
    if (!proposal || !typed || baseUrl === null) return;
    const { tabId } = this;
    const creation = { ...proposal.creation, ...typed, name: typed.name.trim(), slug: typed.slug.trim() };
    this.report.value = null;
    await this.end(await this.authentik.run((job) => send('create.make', { tabId, baseUrl, job, creation })));
  }

  private async end(report: CreateReport | null): Promise<void> {
    this.isOpen.value = report === null && this.authentik.trouble.value === null;
    if (!report) return;
    this.report.value = report;
    const { end } = report;
    if (end.is === 'gone' || end.is === 'page-changed') await this.propose();
  }
}

function kept(typed: Typed | null, { creation, choices }: PageProposal): Typed {
  const { name, slug, authorizationFlow, invalidationFlow, signingKey } = creation;
  if (!typed) return { name, slug, authorizationFlow, invalidationFlow, signingKey };
  const known = (id: string, all: { pk: string }[]): boolean => all.some(({ pk }) => pk === id);
  return {
    name: typed.name,
    slug: typed.slug,
    authorizationFlow: known(typed.authorizationFlow, choices.authorizationFlows)
      ? typed.authorizationFlow
      : authorizationFlow,
    invalidationFlow: known(typed.invalidationFlow, choices.invalidationFlows)
      ? typed.invalidationFlow
      : invalidationFlow,
    signingKey: known(typed.signingKey ?? '', choices.signingKeys) ? typed.signingKey : signingKey,
  };
}
