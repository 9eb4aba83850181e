/** What the profile form knows beside what is typed: messages, what was understood, and the draft it keeps. */
import { type Signal, signal } from '@preact/signals';
import type { Failure, Result } from '@/lib/result';
import { send } from '@/messaging/client';
import type { FieldMessage, ProfileDraft, ProfileField, ProfileStart, ProfileSummary } from '@/profiles/schema';
import type { Desk } from '../desk';
import type { OpenForm } from '../drafts';
import { readForm, type SecretField, secretFields, writeField } from './profile-form';

/** Typing rests this long before the draft is checked. */
const checkAfter = 200;

/** Said under a secret's field after a lock took what was typed there. */
const taken = {
  clientSecret: { field: 'clientSecret', level: 'warning', code: 'clientSecretTaken' },
  apiToken: { field: 'apiToken', level: 'warning', code: 'apiTokenTaken' },
} as const satisfies Record<SecretField, FieldMessage>;

export class EditorState {
  readonly messages = signal<FieldMessage[]>([]);
  readonly understood = signal<{ baseUrl: string; slug?: string } | null>(null);
  readonly kind: Signal<ProfileDraft['kind']>;
  readonly failure = signal<Failure | null>(null);
  readonly isBusy = signal(false);
  /** Fields the user has been in: others get no message before Save. */
  readonly visited = signal<ReadonlySet<string>>(new Set());
  private timer: ReturnType<typeof setTimeout> | undefined;
  private round = 0;
  /** What was put into the slug's and the name's field from the address, and may be replaced. */
  private readonly proposed = new Map<ProfileField, string>();

  private readonly desk: Desk;
  private readonly id: string | undefined;
  private readonly key: string;

  /** What the form started with, as far as another window has not been seen to change it. */
  private from: ProfileDraft['from'];

  constructor(desk: Desk, { key, draft }: OpenForm) {
    this.desk = desk;
    this.key = key;
    this.id = draft.id;
    this.from = draft.from;
    this.kind = signal(draft.kind);
  }

  messagesOf(field: ProfileField): FieldMessage[] {
    const found = this.messages.value.filter((message) => message.field === field && this.visited.value.has(field));
    const secret = secretFields.find((name) => name === field);
    return secret && this.isTaken(secret) ? [taken[secret], ...found] : found;
  }

  visit(field: string): void {
    if (!this.visited.value.has(field)) this.visited.value = new Set([...this.visited.value, field]);
  }

  /**
   * Keeps every letter in the background at once, and checks when typing rests. Another kind of profile is another
   * form: its fields have not been visited yet.
   */
  typed(form: HTMLFormElement, field: string): void {
    if (field === 'kind') this.visited.value = new Set();
    else this.visit(field);
    const { secretsTaken } = this.desk.drafts;
    secretsTaken.value = secretsTaken.value.filter((one) => one.key !== this.key || one.field !== field);
    this.keep(form);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(form), checkAfter);
  }

  async check(form: HTMLFormElement): Promise<void> {
    const round = ++this.round;
    const answer = await send('profile.check', this.read(form));
    if (round !== this.round || !this.passes(answer)) return;
    this.messages.value = answer.value.messages;
    this.understood.value = answer.value.understood ?? null;
    if (this.propose(form)) await this.check(form);
  }

  /** The saved profile, or null: then messages or the failure say why, and the form stands as it was. */
  async save(form: HTMLFormElement): Promise<ProfileSummary | null> {
    clearTimeout(this.timer);
    this.round += 1;
    this.isBusy.value = true;
    const answer = await send('profile.save', this.read(form));
    this.isBusy.value = false;
    if (!this.passes(answer)) return null;
    if ('profile' in answer.value) {
      await this.discard();
      return answer.value.profile;
    }
    this.messages.value = answer.value.messages;
    this.visited.value = new Set(answer.value.messages.map((message) => message.field));
    this.from = this.from && seen(this.from, answer.value.messages);
    return null;
  }

  /** Forgets the draft, here and in the background. */
  async discard(): Promise<void> {
    this.stop();
    await this.desk.drafts.forget(this.key);
  }

  /** The form is leaving the screen: nothing may be checked any more. */
  stop(): void {
    clearTimeout(this.timer);
    this.round += 1;
  }

  /** True for an answer; a failure stands beside Save, unless it means that the vault was locked meanwhile. */
  private passes<T>(answer: Result<T>): answer is { ok: true; value: T } {
    if (!answer.ok && answer.failure.kind === 'vault-locked') return this.desk.passes(answer);
    this.failure.value = answer.ok ? null : answer.failure;
    return answer.ok;
  }

  private read(form: HTMLFormElement): ProfileDraft {
    return readForm(form, { ...(this.id !== undefined && { id: this.id }), ...(this.from && { from: this.from }) });
  }

  private isTaken(secret: SecretField): boolean {
    return this.desk.drafts.secretsTaken.value.some(({ key, field }) => key === this.key && field === secret);
  }

  private keep(form: HTMLFormElement): void {
    this.desk.drafts.keep(this.key, this.read(form));
  }

  /** Fills the slug, and the name of a known authentik, from the address; never over what was typed. */
  private propose(form: HTMLFormElement): boolean {
    const { baseUrl = '', slug = '' } = this.understood.value ?? {};
    const known = this.desk.shelf.value?.instances.find((instance) => instance.baseUrl === baseUrl);
    const slugChanged = this.proposeField(form, 'slug', slug);
    const nameChanged = this.proposeField(form, 'instanceName', known?.name ?? '');
    if (slugChanged || nameChanged) this.keep(form);
    return slugChanged || nameChanged;
  }

  private proposeField(form: HTMLFormElement, field: ProfileField, text: string): boolean {
    const now = String(new FormData(form).get(field) ?? '');
    if (text === '' || now === text || (now !== '' && now !== this.proposed.get(field))) return false;
    this.proposed.set(field, text);
    writeField(form, field, text);
    if (field === 'slug') this.visit('slug');
    return true;
  }
}

/** What another window has saved was shown under its field: saving again goes over it, and over nothing else. */
function seen(from: ProfileStart, messages: readonly FieldMessage[]): ProfileStart {
  const others = messages.filter(({ code }) => code === 'changedElsewhere');
  return {
    ...from,
    ...Object.fromEntries(others.map(({ field, substitutions = [] }) => [field, substitutions[0] ?? ''])),
    secretRevision: messages.find((one) => one.secretRevision !== undefined)?.secretRevision ?? from.secretRevision,
  };
}
