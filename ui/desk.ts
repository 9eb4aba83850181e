/** What all screens share: the lock, the shelf with its lists, the forms' drafts, one failure and one toast. */
import { computed, signal } from '@preact/signals';
import type { Failure, Result } from '@/lib/result';
import { send } from '@/messaging/client';
import { hearLock } from '@/messaging/hear-lock';
import type { Shelf, VaultDamage, VaultStatus } from '@/messaging/protocol';
import type { Instance, ProfileSummary } from '@/profiles/schema';
import type { ToastContent } from './components/Toast';
import { Drafts, type OpenForm } from './drafts';
import { i18n } from './i18n';
import { draftOf, emptyDraft } from './shelf/profile-form';

export class Desk {
  /** Null until the background has answered. */
  readonly vault = signal<VaultStatus['state'] | null>(null);
  /** Why no passphrase will unlock the vault. */
  readonly trouble = signal<Failure | null>(null);
  readonly shelf = signal<Shelf | null>(null);
  /** What of the vault cannot be read; null while everything can. */
  readonly damage = signal<VaultDamage | null>(null);
  readonly drafts = new Drafts();
  readonly failure = signal<Failure | null>(null);
  readonly toast = signal<ToastContent | null>(null);
  readonly isOpen = computed(() => this.vault.value === 'unlocked' || this.vault.value === 'open');
  /** What stands in the way of everything: no passphrase will do, or nothing can be listed. */
  readonly blocked = computed(() => {
    if (this.vault.value === 'locked') return this.trouble.value;
    return this.isOpen.value && !this.shelf.value ? this.failure.value : null;
  });
  /** Name of the screen while there is nothing to list; null once there is. */
  readonly closedScreen = computed(() => {
    if (this.blocked.value) return 'trouble';
    if (this.vault.value === null) return 'starting';
    if (this.vault.value === 'none') return 'welcome';
    return this.vault.value === 'locked' ? 'locked' : null;
  });
  readonly keepsSecrets = computed(() => this.vault.value !== 'open');

  /** Asks for the state of the vault, and reads everything the screens list when it is open. */
  async start(): Promise<void> {
    window.addEventListener('focus', () => void this.lookAtLock());
    hearLock(() => void this.lookAtLock());
    await this.look();
  }

  /** Asks for the state of the vault, and goes on with it as it is now. */
  async look(): Promise<void> {
    const answer = await send('vault.status');
    if (!this.passes(answer)) return;
    this.trouble.value = answer.value.trouble ?? null;
    await this.enter(answer.value.state);
  }

  /** Goes on with the vault as it is now: after set-up, after unlocking, on opening. */
  async enter(state: VaultStatus['state']): Promise<void> {
    this.failure.value = null;
    if (state === 'unlocked' || state === 'open') {
      await Promise.all([this.drafts.read(), this.read(), this.lookForDamage()]);
    }
    if (state === 'none') this.forget();
    this.vault.value = state;
  }

  /** The form of a profile, or of a new one, with what was typed there last, in this window or in a closed one. */
  async formFor(profile: ProfileSummary | undefined): Promise<OpenForm> {
    await this.drafts.read();
    const kept = this.drafts.find(profile?.id);
    if (kept) return kept;
    const draft = profile ? draftOf(profile, this.instance(profile.instanceId)) : emptyDraft();
    return { key: crypto.randomUUID(), draft, isRestored: false };
  }

  async read(): Promise<void> {
    const answer = await send('shelf.read');
    if (this.passes(answer)) this.shelf.value = answer.value;
  }

  async lock(): Promise<void> {
    const answer = await send('vault.lock');
    if (!this.passes(answer)) return;
    this.clear();
    this.vault.value = answer.value.state;
  }

  /** Leaves what is damaged behind; false when the failure is shown. */
  async goOnWithWhole(): Promise<boolean> {
    if (!this.passes(await send('vault.goOn'))) return false;
    await Promise.all([this.read(), this.lookForDamage()]);
    return true;
  }

  profile(id: string): ProfileSummary | undefined {
    return this.shelf.value?.profiles.find((profile) => profile.id === id);
  }

  instance(id: string): Instance | undefined {
    return this.shelf.value?.instances.find((instance) => instance.id === id);
  }

  async remove(id: string): Promise<void> {
    const answer = await send('profile.remove', { id });
    if (!this.passes(answer)) return;
    await this.read();
    this.toast.value = {
      words: i18n.t('profiles.deleted', [answer.value.name]),
      undo: () => void this.undo(),
      ...(answer.value.adminPage !== undefined && { adminPage: answer.value.adminPage }),
    };
  }

  async undo(): Promise<void> {
    const answer = await send('profile.undo');
    if (!this.passes(answer)) return;
    await this.read();
    this.say(i18n.t('profiles.restored', [answer.value.profile.name]));
  }

  /** The copy, or null when the failure is shown already. */
  async duplicate(id: string): Promise<ProfileSummary | null> {
    const answer = await send('profile.duplicate', { id });
    if (!this.passes(answer)) return null;
    await this.read();
    return answer.value.profile;
  }

  async removeCallback(id: string): Promise<void> {
    const answer = await send('callback.remove', { id });
    if (this.passes(answer)) await this.read();
  }

  async unbind(bindingId: string): Promise<boolean> {
    const answer = await send('site.unbind', { bindingId });
    if (!this.passes(answer)) return false;
    await this.read();
    return true;
  }

  say(words: string): void {
    this.toast.value = { words };
  }

  /** True for an answer; a failure is shown, and one that means "locked meanwhile" leads to the unlock form. */
  passes<T>(answer: Result<T>): answer is { ok: true; value: T } {
    this.failure.value = answer.ok ? null : answer.failure;
    if (answer.ok || answer.failure.kind !== 'vault-locked') return answer.ok;
    this.clear();
    this.vault.value = 'locked';
    return false;
  }

  /** The vault may have been locked, or reset, in another window; this one then shows nothing of it any more. */
  private async lookAtLock(): Promise<void> {
    if (this.vault.value === null || this.vault.value === 'none') return;
    const answer = await send('vault.status');
    if (!answer.ok || answer.value.state === this.vault.value) return;
    if (answer.value.state === 'locked') this.clear();
    else if (answer.value.state === 'none') this.forget();
    else return;
    this.vault.value = answer.value.state;
  }

  private async lookForDamage(): Promise<void> {
    const answer = await send('vault.damage');
    this.damage.value = answer.ok ? answer.value : null;
  }

  private forget(): void {
    this.clear();
    this.drafts.clear();
  }

  private clear(): void {
    this.drafts.takeSecrets();
    this.shelf.value = null;
    this.damage.value = null;
    this.toast.value = null;
    this.failure.value = null;
  }
}
