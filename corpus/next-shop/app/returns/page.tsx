// Case (p): form actions behind casts.
import { cancelReturn, requestReturn } from '@/actions/returns';

export default function ReturnsPage() {
  return (
    <>
      <form action={requestReturn as unknown as (form: FormData) => void}>
        <button>Return</button>
      </form>
      <form action={cancelReturn as () => void}>
        <button>Keep</button>
      </form>
    </>
  );
}
