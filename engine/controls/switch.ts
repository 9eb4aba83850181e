/** Sets a switch like a checkbox; the hidden checkbox some libraries keep beside it is not the switch. */
import { switches } from '../entries';
import { checkboxDriver } from './checkbox';
import type { Driver } from './driver';

export const switchDriver: Driver = {
  ...checkboxDriver,
  state: (element) => (element.matches(switches) ? checkboxDriver.state(element) : 'unfit'),
};
