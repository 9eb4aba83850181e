/** What has been typed in the forms of this window and is not saved: kept letter by letter, each form for itself. */
import { signal } from '@preact/signals';
import { send } from '@/messaging/client';
import { holdWindow } from '@/messaging/open-windows';
import type { KeptDraft } from '@/messaging/protocol';
import type { ProfileDraft } from '@/profiles/schema';
import { type SecretField, secretFields, withoutSecret } from './shelf/profile-form';

/** A form on the screen, and what it starts with. */
export interface OpenForm extends KeptDraft {
  /** It was typed in before: in an earlier opening, or in a window that has been closed. */
  isRestored: boolean;
}

export class Drafts {
  /** What a lock took out of a form: its field says so until it is entered again. */
  readonly secretsTaken = signal<{ key: string; field: SecretField }[]>([]);
  /** The one typed in last comes last. */
  private kept: KeptDraft[] = [];
  private readonly window = crypto.randomUUID();
  private readonly held = holdWindow(this.window);

  /**
   * Takes up what closed windows have left behind. What the background has forgotten of this window's own, as it does
   * with a lock, is kept there again.
   */
  async read(): Promise<void> {
    await this.held;
    const answer = await send('draft.read', { window: this.window });
    if (!answer.ok) return;
    const { drafts } = answer.value;
    for (const own of this.kept.filter(isNotIn(drafts))) void this.write(own);
    this.kept = [...drafts.filter(isNotIn(this.kept)), ...this.kept];
  }

  /** From now on another window may take up what was typed in this one. */
  async leave(): Promise<void> {
    (await this.held)();
  }

  /** The form typed in last; null when there is none. */
  last(): OpenForm | null {
    const last = this.kept.at(-1);
    return last ? { ...last, isRestored: true } : null;
  }

  /** The form of that profile, or of a new one, that was typed in last. */
  find(id: ProfileDraft['id']): OpenForm | null {
    const last = this.kept.findLast(({ draft }) => draft.id === id);
    return last ? { ...last, isRestored: true } : null;
  }

  keep(key: string, draft: ProfileDraft): void {
    const kept = { key, draft };
    this.kept = [...this.kept.filter((one) => one.key !== key), kept];
    void this.write(kept);
  }

  /** Saved or discarded. */
  async forget(key: string): Promise<void> {
    this.kept = this.kept.filter((one) => one.key !== key);
    this.secretsTaken.value = this.secretsTaken.value.filter((one) => one.key !== key);
    await send('draft.forget', { key });
  }

  /** What was typed outlives a lock, in this page alone; the secrets do not. */
  takeSecrets(): void {
    const typed = this.kept.flatMap(({ key, draft }) =>
      secretFields.filter((field) => draft[field] !== '').map((field) => ({ key, field })),
    );
    this.secretsTaken.value = [...this.secretsTaken.value, ...typed];
    this.kept = this.kept.map(({ key, draft }) => ({ key, draft: withoutSecret(draft) }));
  }

  /** After a reset nothing is left, not even what was being typed. */
  clear(): void {
    this.kept = [];
    this.secretsTaken.value = [];
  }

  private write(kept: KeptDraft): Promise<unknown> {
    return send('draft.write', { ...kept, window: this.window });
  }
}

function isNotIn(drafts: readonly KeptDraft[]): (one: KeptDraft) => boolean {
  return ({ key }) => !drafts.some((other) => other.key === key);
}
