import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { LogOutputChannel } from 'vscode';
import type { StdioOptions } from 'vscode-languageclient/node';
import { levelOf } from './levels.ts';

/** What a server writes on its standard error is its log, and goes where its level says. */
export function logging(log: LogOutputChannel): Required<StdioOptions> {
  const lines = (stream: Readable) => {
    createInterface({ input: stream }).on('line', (line) => {
      const { level, text } = levelOf(line);
      log[level](text);
    });
  };
  return { stdout: lines, stderr: lines };
}
