/** A site of a binding, as a link into a tab of its own that knows nothing of this page. */
import type { Binding } from '@/sites/schema';
import { siteName } from './needs-secret';

export function SiteLink({ binding }: { binding: Binding }) {
  const href = binding.origin + binding.basePath;
  return (
    <a data-site={href} href={href} target="_blank" rel="noopener noreferrer">
      {siteName(binding)}
    </a>
  );
}
