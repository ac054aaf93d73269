import * as vscode from 'vscode';
import {
  type ClientCapabilities,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  type StaticFeature,
} from 'vscode-languageclient/node';
import type { Candidate } from './candidates.ts';
import { logging } from './log.ts';
import { middleware } from './middleware.ts';

export const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'mdx'];

/** Not started. */
export function createClient(server: Candidate, log: vscode.LogOutputChannel): LanguageClient {
  const client = new LanguageClient('boundary', 'Boundary', started(server), options(log));
  client.registerFeature(hearsChanges);
  return client;
}

function started(server: Candidate): ServerOptions {
  const shell = server.command.endsWith('.cmd');
  const command = shell ? `"${server.command}"` : server.command;
  return { command, args: server.arguments, options: { shell } };
}

function options(log: vscode.LogOutputChannel): LanguageClientOptions {
  const files = LANGUAGES.map((language) => ({ scheme: 'file', language }));
  return {
    documentSelector: [...files, { scheme: 'file', pattern: '**/*.mdx' }],
    initializationOptions: settings,
    synchronize: { configurationSection: 'boundary' },
    outputChannel: log,
    stdioOptions: logging(log),
    middleware,
  };
}

/** What the server reads of the settings. */
function settings() {
  const { features, baseline } = vscode.workspace.getConfiguration('boundary');
  return { features, baseline };
}

const hearsChanges: StaticFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities) {
    capabilities.experimental = { ...capabilities.experimental, boundary: { changes: true } };
  },
  initialize() {},
  getState: () => ({ kind: 'static' }),
  clear() {},
};
