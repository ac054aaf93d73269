// Case (g): a server page takes a wrapped action whose inner function wears the directive.
import { joinNewsletter } from '@/actions/newsletter';

export default function NewsletterPage() {
  return (
    <form action={joinNewsletter}>
      <button>Join</button>
    </form>
  );
}
