import { Order } from './order';

export default function Page() {
  return <Order />;
}
