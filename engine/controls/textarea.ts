/** Writes a box of several lines; a box of one line is another kind of control. */
import type { Driver } from './driver';
import { textDriver } from './text';

export const textareaDriver: Driver = {
  ...textDriver,
  state: (element) => (element instanceof HTMLTextAreaElement ? textDriver.state(element) : 'unfit'),
};
