/** What the background asks of the script on authentik's own page, which has the administrator's session. Types only. */
import type { AdminPage, ApiFailure, ApiRequest, Landing, NotAdmin, OpenForm } from '@/authentik/model';
import type { Result } from '@/lib/result';

export interface AdminMessages {
  /** Which authentik the page is of. */
  'admin.read': () => Result<AdminPage, NotAdmin>;
  /** The secret in the form that is open there, when its client is one of these; reads, and changes nothing. */
  'admin.form': (data: { baseUrl: string; clientIds: string[] }) => OpenForm | null;
  /** Follows the start of a login with these parameters, as somebody without an account. */
  'admin.follow': (data: { baseUrl: string; query: Record<string, string> }) => Promise<Result<Landing, ApiFailure>>;
  /** Carries out one call to the API, for this base URL and no other, with the page's own session. */
  'admin.call': (data: {
    baseUrl: string;
    request: Omit<ApiRequest, 'signal'>;
  }) => Promise<Result<unknown, ApiFailure>>;
}
