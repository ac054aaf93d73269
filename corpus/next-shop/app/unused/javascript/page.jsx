// Case (y): JavaScript keeps an import that nobody uses.
import { archiveAll } from '@/actions/archive';
import { Badge } from '@/components/badge';

export default function JavaScriptPage() {
  return <p>Nothing is used here.</p>;
}
