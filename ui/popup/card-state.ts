/** The current tab: what Latchkey sees there, which profile is chosen for it, and what can be done about it. */
import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { send } from '@/messaging/client';
import type { CopyName } from '@/messaging/protocol';
import type { Candidate, TabCard } from '@/messaging/tab-card';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import { asksInTab, openGrantStep, requestSite } from '../permission';
import { valueLabel } from '../words/value-label';

export type RecognisedCard = Extract<TabCard, { kind: 'recognised' }>;

export class CardState {
  /** Null until the tab has been looked at. */
  readonly card = signal<TabCard | null>(null);
  /** The profile picked by hand; else the bound or the suggested one counts. */
  readonly picked = signal<string | null>(null);
  readonly isBusy = signal(false);
  /** The user has said no to the browser's question in this opening. */
  readonly isDeclined = signal(false);
  /** The look-alike stop was answered with another host. */
  readonly isWrongHost = signal(false);
  readonly recognised = computed(() => (this.card.value?.kind === 'recognised' ? this.card.value : null));
  readonly chosen = computed(() => chosenCandidate(this.recognised.value, this.picked.value));
  readonly tabId = signal<number | null>(null);
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** The site was last filled with an older secret than the profile holds now. */
  needsSecret(bindingId: string): boolean {
    return this.desk.shelf.value?.needsSecret.includes(bindingId) ?? false;
  }

  /** Looks at the active tab of this window. */
  async look(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    this.tabId.value = tab?.id ?? null;
    await this.lookAgain();
  }

  async lookAgain(): Promise<void> {
    const tabId = this.tabId.value;
    const answer = tabId === null ? null : await send('tab.look', { tabId });
    if (answer?.ok) this.card.value = answer.value;
    else this.card.value = { kind: 'unreachable' };
    if (answer && !answer.ok && !isAboutPage(answer.failure.kind)) this.desk.passes(answer);
  }

  pick(profileId: string): void {
    this.picked.value = profileId;
    this.isWrongHost.value = false;
  }

  /**
   * Binds the chosen profile. Called straight from the press: the browser's question comes first, and the binding
   * does not wait for its answer, since Chromium closes this window when it asks.
   */
  bind(typedHost: string): void {
    const [card, chosen] = [this.recognised.value, this.chosen.value];
    if (!card || !chosen) return;
    this.isWrongHost.value = chosen.knownHosts !== undefined && !isSameHost(typedHost, card.host);
    if (this.isWrongHost.value) return;
    if (!card.granted && !asksInTab()) this.ask(card.origin);
    void this.sendBind(card, chosen, typedHost.trim());
  }

  /** Asks for the site again, for a profile that is bound already. */
  grant(): void {
    const card = this.recognised.value;
    if (!card) return;
    if (asksInTab()) void openGrantStep(card.origin);
    else this.ask(card.origin);
  }

  async unbind(): Promise<void> {
    const bindingId = this.recognised.value?.binding?.id;
    if (bindingId === undefined || !(await this.desk.unbind(bindingId))) return;
    this.picked.value = null;
    await this.lookAgain();
  }

  async acknowledge(): Promise<void> {
    const tabId = this.tabId.value;
    if (tabId === null) return;
    if (this.desk.passes(await send('site.acknowledge', { tabId }))) await this.lookAgain();
  }

  async put(profileId: string, name: CopyName): Promise<void> {
    const tabId = this.tabId.value;
    if (tabId === null) return;
    const answer = await send('focused.fill', { tabId, profileId, name });
    if (this.desk.passes(answer)) this.desk.say(i18n.t('values.putDone', [valueLabel(name)]));
  }

  private ask(origin: string): void {
    void requestSite(origin).then((isGranted) => {
      this.isDeclined.value = !isGranted;
      if (isGranted) void this.lookAgain();
    });
  }

  private async sendBind(card: RecognisedCard, chosen: Candidate, typedHost: string): Promise<void> {
    const tabId = this.tabId.value;
    if (tabId === null || this.isBusy.value) return;
    this.isBusy.value = true;
    const confirmed = chosen.knownHosts === undefined ? {} : { typedHost };
    const answer = await send('site.bind', { tabId, profileId: chosen.profileId, ...confirmed });
    this.isBusy.value = false;
    if (!this.desk.passes(answer)) return;
    await Promise.all([this.desk.read(), this.lookAgain()]);
    if (!card.granted && asksInTab()) await openGrantStep(card.origin);
  }
}

/** These say that there is no page to work on; the card says it in its own words. */
function isAboutPage(kind: string): boolean {
  return kind === 'no-page' || kind === 'page-gone' || kind === 'not-recognised';
}

function chosenCandidate(card: RecognisedCard | null, picked: string | null): Candidate | undefined {
  const id = picked ?? card?.binding?.profileId ?? card?.suggestion?.profileId;
  const [only, ...others] = card?.candidates ?? [];
  return card?.candidates.find((candidate) => candidate.profileId === id) ?? (others.length === 0 ? only : undefined);
}

function isSameHost(typed: string, host: string): boolean {
  return typed.trim().toLowerCase() === host.toLowerCase();
}
