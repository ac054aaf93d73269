/** Collects questions that come within a moment, and asks them together. */
export class Batch<Key, Answer> {
  private waiting: Promise<Map<Key, Answer>> | undefined;
  private keys: Key[] = [];

  constructor(
    private readonly askAll: (keys: Key[]) => Promise<Map<Key, Answer>>,
    private readonly milliseconds = 20,
  ) {}

  /** Undefined if the answers have none for the key. Rejects if they could not be had. */
  async ask(key: Key): Promise<Answer | undefined> {
    this.keys.push(key);
    this.waiting ??= this.later();
    return (await this.waiting).get(key);
  }

  private async later(): Promise<Map<Key, Answer>> {
    await new Promise((resolve) => setTimeout(resolve, this.milliseconds));
    const keys = this.keys;
    this.keys = [];
    this.waiting = undefined;
    return this.askAll(keys);
  }
}
