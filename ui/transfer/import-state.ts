/** The way of a file into the vault: chosen, opened, looked at, applied. Holds no passphrase and no secret. */
import { effect, signal } from '@preact/signals';
import type { Failure, Result } from '@/lib/result';
import { send } from '@/messaging/client';
import type { ImportOutcome, ImportPreview } from '@/messaging/transfer';
import type { Desk } from '../desk';

/** As it was written: with its passphrase, or readable and without secrets. */
interface ChosenFile {
  name: string;
  text: string;
}

export type ImportStep =
  | { name: 'choose' }
  | { name: 'passphrase'; file: ChosenFile }
  | { name: 'preview'; fileName: string; preview: ImportPreview }
  | { name: 'done'; fileName: string; outcome: ImportOutcome };

/** As the vault has it (1 MiB), so that nothing larger is even read. */
const largestFile = 1_048_576;

export class ImportState {
  readonly step = signal<ImportStep>({ name: 'choose' });
  readonly failure = signal<Failure | null>(null);
  readonly isBusy = signal(false);
  /** Profiles here that the file may replace, by id. */
  readonly replace = signal<ReadonlySet<string>>(new Set());
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    // The background forgets the file with a lock, and with a reset.
    effect(() => {
      if (!desk.isOpen.value) this.#reset();
    });
  }

  /** Reads the file and previews it, or goes on to its passphrase. */
  async choose(file: File): Promise<void> {
    if (this.isBusy.value) return;
    this.#reset();
    if (file.size > largestFile) this.failure.value = { kind: 'file-too-large' };
    else await this.#busy(async () => this.#preview({ name: file.name, text: await textOf(file) }, ''));
  }

  async unlock(file: ChosenFile, passphrase: string): Promise<void> {
    await this.#busy(() => this.#preview(file, passphrase));
  }

  tick(id: string, isTicked: boolean): void {
    const others = [...this.replace.value].filter((other) => other !== id);
    this.replace.value = new Set(isTicked ? [...others, id] : others);
  }

  async apply(): Promise<void> {
    const step = this.step.value;
    if (step.name !== 'preview') return;
    await this.#busy(async () => {
      const { digest } = step.preview;
      const answer = await send('import.apply', { digest, replace: [...this.replace.value] });
      if (!this.#passes(answer)) {
        if (answer.failure.kind === 'import-stale') this.step.value = { name: 'choose' };
        return;
      }
      this.step.value = { name: 'done', fileName: step.fileName, outcome: answer.value };
      await this.#desk.read();
    });
  }

  /** Back to the beginning; the background forgets the file, too. */
  cancel(): void {
    if (this.step.value.name === 'preview') void send('import.cancel');
    this.#reset();
  }

  async #preview(file: ChosenFile, passphrase: string): Promise<void> {
    const answer = await send('import.preview', { text: file.text, passphrase });
    if (!this.#passes(answer)) return;
    this.step.value =
      'needs' in answer.value
        ? { name: 'passphrase', file }
        : { name: 'preview', fileName: file.name, preview: answer.value };
  }

  /** A lock in between leads to the unlock form, as everywhere; everything else is said here. */
  #passes<T>(answer: Result<T>): answer is { ok: true; value: T } {
    if (!answer.ok && answer.failure.kind === 'vault-locked') return this.#desk.passes(answer);
    this.failure.value = answer.ok ? null : answer.failure;
    return answer.ok;
  }

  async #busy(work: () => Promise<void>): Promise<void> {
    this.isBusy.value = true;
    this.failure.value = null;
    await work();
    this.isBusy.value = false;
  }

  #reset(): void {
    this.step.value = { name: 'choose' };
    this.failure.value = null;
    this.replace.value = new Set();
  }
}

/** Empty, which is no file of ours, when the browser can't read it. */
function textOf(file: File): Promise<string> {
  return file.text().catch(() => '');
}
