/** Where in the popup the user is, and the way back; a kept draft opens its form again. */
import { effect, signal } from '@preact/signals';
import type { VaultStatus } from '@/messaging/protocol';
import { Desk } from '../desk';
import type { OpenForm } from '../drafts';
import { withoutSecret } from '../shelf/profile-form';
import { CardState } from './card-state';

export type View = { name: 'home' } | { name: 'profile'; id: string } | { name: 'edit'; form: OpenForm };

export class PopupState {
  readonly desk = new Desk();
  readonly tab = new CardState(this.desk);
  readonly view = signal<View>({ name: 'home' });

  constructor() {
    effect(() => {
      const view = this.view.peek();
      if (this.desk.vault.value !== 'locked' || view.name !== 'edit') return;
      this.view.value = { name: 'edit', form: { ...view.form, draft: withoutSecret(view.form.draft) } };
    });
  }

  async start(): Promise<void> {
    await this.desk.start();
    await this.afterOpening();
  }

  async retry(): Promise<void> {
    await this.desk.look();
    await this.afterOpening();
  }

  async unlocked(state: VaultStatus['state']): Promise<void> {
    await this.desk.enter(state);
    await this.afterOpening();
  }

  open(id: string): void {
    this.view.value = { name: 'profile', id };
  }

  async add(): Promise<void> {
    this.view.value = { name: 'edit', form: await this.desk.formFor(undefined) };
  }

  async edit(id: string): Promise<void> {
    const profile = this.desk.profile(id);
    if (profile) this.view.value = { name: 'edit', form: await this.desk.formFor(profile) };
  }

  /** To the list, with the card as it is now. */
  home(): void {
    this.view.value = { name: 'home' };
    void this.tab.lookAgain();
  }

  /** One step back: from a form to its profile, from there to the list. What was typed stays kept. */
  back(): void {
    const view = this.view.value;
    const id = view.name === 'edit' ? view.form.draft.id : undefined;
    if (id !== undefined && this.desk.profile(id)) this.open(id);
    else this.home();
  }

  private async afterOpening(): Promise<void> {
    if (!this.desk.isOpen.value) return;
    const form = this.desk.drafts.last();
    if (form) this.view.value = { name: 'edit', form };
    await this.tab.look();
  }
}
