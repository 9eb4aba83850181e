/** Names of the things a recipe can have said about a page; the words are in `locales`, by id. */
export const noticeIds = [
  'hidden-provider',
  'custom-provider',
  'old-oauth-form',
  'portal-view',
  'open-definition',
  'open-credentials',
  'read-only',
  'checking',
  'healthy',
  'needs-attention',
  'health-unknown',
] as const;

export type NoticeId = (typeof noticeIds)[number];
