// Case (y): TypeScript erases an import that nobody uses.
import { restoreAll } from '@/actions/restore';
import { Ribbon } from '@/components/ribbon';

export default function TypeScriptPage() {
  return <p>Nothing is used here.</p>;
}
