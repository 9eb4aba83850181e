/** For tests, never read by the app: how often a control that saves was used, and what an open form would send. */
export const standIn = { save: 0, switch: 0, drag: 0, harmless: { cancel: 0 }, state: () => null };

window.standIn = standIn;
