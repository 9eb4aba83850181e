/** What authentik's default scope mappings say about a user. */
import { createHash } from 'node:crypto';
import type { ProviderSettings, TestUser } from '../standin.ts';

/** Claim names by scope. */
export const claimsByScope = {
  openid: ['sub'],
  email: ['email', 'email_verified'],
  profile: ['name', 'given_name', 'preferred_username', 'nickname', 'groups'],
};

/** A stable id, as opaque as authentik's default, or the user name where the provider says so. */
export function subjectOf(user: TestUser, mode: ProviderSettings['subjectMode']): string {
  if (mode === 'user_username') return user.username;
  if (mode === 'user_email' || mode === 'user_upn') return user.email;
  const salt = mode === 'hashed_user_id' ? '' : `${mode} `;
  return createHash('sha256').update(`stand-in user ${salt}${user.username}`).digest('hex');
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
