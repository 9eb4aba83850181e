/** The versions of authentik that the stand-in can play, and which published client package holds each one's contract. */
import { createRequire } from 'node:module';

export type ContractVersion = '2024.8' | '2025.10' | '2026.8';

interface Played {
  /** As `version_current` has it. */
  full: string;
  /** The package.json of `@goauthentik/api` of that version. */
  manifest: string;
  /** What the package holds: the OpenAPI document itself, or only the client that was generated from it. */
  ships: 'schema.yml' | 'client';
  /** How a provider keeps its redirect URIs; sheet authentik.md 2.4. */
  redirects: 'text' | 'list' | 'typed';
  /** Whether the admin pages say the base URL, and so whether a sub-path is possible: since 2024.12; sheet 4.1. */
  saysBase: boolean;
  /** Whether the form shows dots in place of the secret: since 2025.8; sheet 4.3. */
  masksSecrets: boolean;
}

const require = createRequire(import.meta.url);

/** The client of 2024.8 was generated shortly before 2024.10 and knows the invalidation flow already. */
export const played: Readonly<Record<ContractVersion, Played>> = {
  '2024.8': {
    full: '2024.8.3',
    manifest: require.resolve('authentik-api-2024/package.json'),
    ships: 'client',
    redirects: 'text',
    saysBase: false,
    masksSecrets: false,
  },
  '2025.10': {
    full: '2025.10.4',
    manifest: require.resolve('authentik-api-2025/package.json'),
    ships: 'schema.yml',
    redirects: 'list',
    saysBase: true,
    masksSecrets: true,
  },
  '2026.8': {
    full: '2026.8.3',
    manifest: require.resolve('@goauthentik/api/package.json'),
    ships: 'schema.yml',
    redirects: 'typed',
    saysBase: true,
    masksSecrets: true,
  },
};
