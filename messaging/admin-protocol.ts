/** What the background asks of the script on authentik's own page, which has the administrator's session. Types only. */
import type { AdminPage, ApiFailure, ApiRequest, NotAdmin } from '@/authentik/model';
import type { Result } from '@/lib/result';

export interface AdminMessages {
  /** Which authentik the page is of. */
  'admin.read': () => Result<AdminPage, NotAdmin>;
  /** Carries out one call to the API, for this base URL and no other, with the page's own session. */
  'admin.call': (data: {
    baseUrl: string;
    request: Omit<ApiRequest, 'signal'>;
  }) => Promise<Result<unknown, ApiFailure>>;
}
