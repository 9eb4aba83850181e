/** Where in the options page the user is; a kept draft opens its form again. */
import { computed, effect, signal } from '@preact/signals';
import type { VaultStatus } from '@/messaging/protocol';
import { Desk } from '../desk';
import type { OpenForm } from '../drafts';
import { i18n } from '../i18n';
import { originToGrant } from '../permission';
import { withoutSecret } from '../shelf/profile-form';
import { ImportState } from '../transfer/import-state';
import { profileToEdit } from './link';

export type Section = 'profiles' | 'sites' | 'callbacks' | 'transfer' | 'security';

/** What stands beside the list of profiles. */
export type Pane = { name: 'none' } | { name: 'profile'; id: string } | { name: 'edit'; form: OpenForm };

export class OptionsState {
  readonly desk = new Desk();
  readonly transfer = new ImportState(this.desk);
  readonly section = signal<Section>('profiles');
  readonly pane = signal<Pane>({ name: 'none' });
  /** The address names the grant step; its site, or null when it names none. */
  readonly grant = signal<{ origin: string | null } | null>(null);

  /** The profile whose form the address asks for, until it is open. */
  private wanted: string | null = null;
  /** The address asks for the help for a forgotten passphrase. */
  readonly asksForHelp = signal(false);
  /** The user has seen what is damaged, and goes on without a decision, in this page alone. */
  readonly decidesLater = signal(false);

  /** What is damaged, until the user has decided. */
  readonly damage = computed(() => (this.decidesLater.value ? null : this.desk.damage.value));

  constructor() {
    effect(() => {
      if (this.desk.vault.value === 'none') this.beginAnew();
    });
    effect(() => {
      const pane = this.pane.peek();
      if (this.desk.vault.value !== 'locked' || pane.name !== 'edit') return;
      this.pane.value = { name: 'edit', form: { ...pane.form, draft: withoutSecret(pane.form.draft) } };
    });
  }

  async start(hash: string): Promise<void> {
    if (hash.startsWith('#grant=')) this.grant.value = { origin: originToGrant(hash) };
    this.asksForHelp.value = hash === '#forgotten';
    this.wanted = profileToEdit(hash);
    await this.desk.start();
    this.restore();
  }

  async entered(state: VaultStatus['state']): Promise<void> {
    await this.desk.enter(state);
    if (state === 'none') this.desk.say(i18n.t('reset.done'));
    this.restore();
  }

  decideLater(): void {
    this.decidesLater.value = true;
  }

  show(section: Section): void {
    this.section.value = section;
  }

  open(id: string): void {
    this.section.value = 'profiles';
    this.pane.value = { name: 'profile', id };
  }

  async add(): Promise<void> {
    this.pane.value = { name: 'edit', form: await this.desk.formFor(undefined) };
  }

  async edit(id: string): Promise<void> {
    const profile = this.desk.profile(id);
    if (profile) this.pane.value = { name: 'edit', form: await this.desk.formFor(profile) };
  }

  close(): void {
    this.pane.value = { name: 'none' };
  }

  /** From a form to its profile, or to the bare list. */
  leaveForm(id: string | undefined): void {
    if (id !== undefined && this.desk.profile(id)) this.open(id);
    else this.close();
  }

  private beginAnew(): void {
    this.section.value = 'profiles';
    this.pane.value = { name: 'none' };
    this.asksForHelp.value = false;
    this.decidesLater.value = false;
  }

  private restore(): void {
    if (!this.desk.isOpen.value) return;
    const form = this.desk.drafts.last();
    if (form) this.pane.value = { name: 'edit', form };
    if (this.wanted !== null) void this.edit(this.wanted);
    this.wanted = null;
  }
}
