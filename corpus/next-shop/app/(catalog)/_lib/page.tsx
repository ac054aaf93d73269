// Case (u): not a route, whatever its name says: the folder is private.
import { forgetEverything } from '@/actions/private-folder';

export default function NotAPage() {
  return <form action={forgetEverything} />;
}
