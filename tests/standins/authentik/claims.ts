/** What authentik's default scope mappings say about a user. */
import { createHash } from 'node:crypto';
import type { ProviderSettings, TestUser } from '../standin.ts';

/** Scopes with a mapping; a request's other names are dropped. */
export const knownScopes = ['openid', 'email', 'profile'] as const;

/** Claim names by scope. */
export const claimsByScope = {
  openid: ['sub'],
  email: ['email', 'email_verified'],
  profile: ['name', 'given_name', 'preferred_username', 'nickname', 'groups'],
};

/** A stable id, as opaque as authentik's default, or the user name where the provider says so. */
export function subjectOf(user: TestUser, mode: ProviderSettings['subjectMode']): string {
  if (mode === 'user_username') return user.username;
  return createHash('sha256').update(`stand-in user ${user.username}`).digest('hex');
}

export function claimsOf(user: TestUser, mode: ProviderSettings['subjectMode']) {
  return {
    sub: subjectOf(user, mode),
    email: user.email,
    email_verified: false,
    name: user.name,
    given_name: user.name,
    preferred_username: user.username,
    nickname: user.username,
    groups: [],
  };
}
