/** The last line that says something: what went wrong, where a program failed. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
