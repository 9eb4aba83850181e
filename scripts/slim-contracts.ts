/** Takes the compiled clients out of the older authentik packages: the tests read only what the contract is in. */
import { existsSync, readdirSync, rmSync } from 'node:fs';

/** Package to what is kept of it; a third of the space that the whole packages would take. */
const kept = {
  'authentik-api-2024': ['package.json', 'src'],
  'authentik-api-2025': ['package.json', 'schema.yml'],
};

for (const [name, parts] of Object.entries(kept)) {
  const folder = new URL(`../node_modules/${name}/`, import.meta.url);
  const spare = existsSync(folder) ? readdirSync(folder).filter((part) => !parts.includes(part)) : [];
  for (const part of spare) rmSync(new URL(part, folder), { recursive: true });
}
