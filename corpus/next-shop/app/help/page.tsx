// Case (j): a workspace package, read from its source.
import { Card, Disclosure } from '@shop/ui';

export default function HelpPage() {
  return (
    <Card>
      <Disclosure label="Where is my order?">On its way.</Disclosure>
    </Card>
  );
}
