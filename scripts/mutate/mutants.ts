/** Every guard that `npm run mutate` takes away, one at a time. */
import type { Mutant } from './mutant.ts';
import { authentik } from './mutants/authentik.ts';
import { callbacks } from './mutants/callbacks.ts';
import { clients } from './mutants/clients.ts';
import { connections } from './mutants/connections.ts';
import { consents } from './mutants/consents.ts';
import { files } from './mutants/files.ts';
import { fills } from './mutants/fills.ts';
import { locks } from './mutants/locks.ts';
import { messages } from './mutants/messages.ts';
import { places } from './mutants/places.ts';
import { plainSight } from './mutants/plain-sight.ts';
import { presses } from './mutants/presses.ts';
import { tokens } from './mutants/tokens.ts';
import { vault } from './mutants/vault.ts';
import { windows } from './mutants/windows.ts';

export const mutants: readonly Mutant[] = [
  ...places,
  ...consents,
  ...messages,
  ...presses,
  ...plainSight,
  ...fills,
  ...callbacks,
  ...vault,
  ...locks,
  ...files,
  ...authentik,
  ...clients,
  ...connections,
  ...tokens,
  ...windows,
];
