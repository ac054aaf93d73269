// Case (e): inline actions: at module level, named with a capture, anonymous with a capture, and one never used.
import { notes } from '@/lib/data';

async function addNote(form: FormData): Promise<void> {
  'use server';
  notes.set(String(notes.size + 1), String(form.get('text')));
}

export default function NotesPage() {
  return (
    <main>
      <form action={addNote}>
        <input name="text" />
      </form>
      {[...notes].map(([id, text]) => (
        <Note key={id} id={id} text={text} />
      ))}
    </main>
  );
}

function Note({ id, text }: { id: string; text: string }) {
  async function removeNote(): Promise<void> {
    'use server';
    notes.delete(id);
  }

  const forgotten = async (): Promise<void> => {
    'use server';
    notes.clear();
  };
  void forgotten;

  return (
    <>
      <form action={removeNote}>
        <button>Remove</button>
      </form>
      <form
        action={async () => {
          'use server';
          notes.set(id, text.toUpperCase());
        }}
      >
        <button>Shout</button>
      </form>
    </>
  );
}
