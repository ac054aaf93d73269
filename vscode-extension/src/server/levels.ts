export type Level = 'debug' | 'info' | 'warn' | 'error';

const LINE = /^\S+ \S+ (DEBUG|INFO|WARNING|ERROR|CRITICAL) (.*)$/;
const LEVELS: Record<string, Level> = { DEBUG: 'debug', INFO: 'info', WARNING: 'warn' };

/** `2026-01-31 12:00:00,000 INFO text` without what the editor's log writes itself; anything else is trouble. */
export function levelOf(line: string): { level: Level; text: string } {
  const [, name = '', text = line] = LINE.exec(line) ?? [];
  return { level: LEVELS[name] ?? 'error', text };
}
