/** What is to be set up in authentik for a form, in words, without the redirect URIs. */

import type { Requirement } from '@/recipes/schema';
import { i18n } from '../i18n';

type OfProvider = Extract<Requirement, { needs: 'provider' }>;
type OfToken = Extract<Requirement, { needs: 'api-token' }>;

export function requirementWords(requirement: Requirement): string[] {
  return requirement.needs === 'provider' ? providerWords(requirement) : tokenWords(requirement);
}

const subjectModes = {
  user_username: 'page.authentik.userUsername',
  user_email: 'page.authentik.userEmail',
  user_uuid: 'page.authentik.userUuid',
  user_id: 'page.authentik.userId',
} as const satisfies Record<NonNullable<OfProvider['subjectMode']>, string>;

function providerWords({ clientType, signingKey, subjectMode, scopeMappings = [] }: OfProvider): string[] {
  return [
    i18n.t(`page.authentik.${clientType}`),
    ...(signingKey ? [i18n.t('page.authentik.signingKey')] : []),
    ...(subjectMode ? [i18n.t(subjectModes[subjectMode])] : []),
    ...(scopeMappings.length > 0 ? [i18n.t('page.authentik.scopeMappings', [scopeMappings.join(', ')])] : []),
  ];
}

function tokenWords({ reads }: OfToken): string[] {
  const rights = reads.map((right) => i18n.t(`page.reads.${right}`));
  return [i18n.t('page.authentik.apiToken'), i18n.t('page.authentik.reads', [rights.join(', ')])];
}
