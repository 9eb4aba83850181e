/** A stand-in of Openlane's integration pages, whose back end calls authentik's API with the saved token. */
import type { StandIn } from '../standin.ts';
import { handleConsole } from './console.ts';
import { installBefore, latest, stored, tamper } from './installations.ts';
import { homeOf } from './pages.ts';
import { definitionIds } from './providers.ts';
import { checkInstallation } from './save.ts';
import { freshState, type Health, type OpenlaneOptions, openlaneHost, type Press } from './state.ts';

export interface Openlane extends StandIn {
  /** How the last check of the instance connected last ended; null before one, and when nothing is connected. */
  health(): Health | null;
  /** Runs that check now, as the badge does; null when nothing is connected. */
  checkHealth(): Promise<Health | null>;
  /** How often each control that is none of ours was pressed; all 0 after a fill. */
  presses(): Record<Press, number>;
}

/** There is no login: `loginUrl` is where the badge stands, and `lastLoginError` tells why it needs attention. */
export function createOpenlane(options: OpenlaneOptions): Openlane {
  const state = freshState(options);
  if (options.installed !== undefined) installBefore(state, options.installed);
  const { authentik, authentikElsewhere } = definitionIds;
  const id = state.page.definition === 'usual' ? authentik : authentikElsewhere;
  const definitionUrl = `https://${openlaneHost}${homeOf(state.page)}/${id}`;
  return {
    app: 'openlane',
    hosts: [openlaneHost, ...(options.moreHosts ?? [])],
    settingsUrl: definitionUrl,
    loginUrl: definitionUrl,
    writes: state.writes,
    handle: (request, response) => handleConsole(state, request, response),
    stored: () => stored(state),
    tamper: (key, value) => tamper(state, key, value),
    lastLoginError: () => state.lastError,
    health: () => latest(state)?.health ?? null,
    checkHealth: async () => {
      const installation = latest(state);
      if (installation !== undefined) await checkInstallation(state, installation);
      return installation?.health ?? null;
    },
    presses: () => ({ ...state.presses }),
  };
}
