/** What every control kind can do: say how it stands, read itself, and write with proof. */
import type { FieldValue, Located, Recognition } from '../model';

/** A field's element, found anew: apps re-render between two looks. */
export interface Target {
  element: HTMLElement;
  recognition: Recognition;
}

export interface WriteTask {
  /** Finds the element in the same task as the write; null when it is not there or not usable. */
  resolve: () => Target | null;
  value: FieldValue;
  signal: AbortSignal;
}

/** How a control that is there stands. */
export type ControlState = Exclude<Located['state'], 'missing' | 'ambiguous'>;

export interface Driver {
  /**
   * found: can be written. managed: the page locks it. unfit: another kind of control than this driver knows. exposed: a
   * secret that can be read on the screen.
   */
  state(element: HTMLElement): ControlState;
  /** What the page holds; null for a secret, which is never read. */
  read(element: HTMLElement): FieldValue | null;
  /** The words the page uses for what it holds. */
  label(element: HTMLElement): string;
  /** Whether the page holds the value now, and would send it. */
  holds(element: HTMLElement, value: FieldValue): boolean;
  /** Writes and reads back; false when the page did not take the value. */
  write(task: WriteTask): Promise<boolean>;
}
