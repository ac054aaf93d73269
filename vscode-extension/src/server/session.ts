import * as vscode from 'vscode';
import { type LanguageClient, LSPErrorCodes, ResponseError, State } from 'vscode-languageclient/node';
import { CHANGED, DOORS } from '../protocol.ts';
import { type Candidate, commandLine } from './candidates.ts';
import { createClient } from './client.ts';
import { locate, places } from './locate.ts';
import { tellMissing } from './missing.ts';

/** What the views say of the server: the context key `boundary.state`. */
export type ServerState = 'starting' | 'running' | 'missing' | 'failed' | 'old';

/** One server for all folders: finds it, starts it, and tells when its answers may differ. */
export class Session implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private server: Candidate | undefined;
  private turn: Promise<void> = Promise.resolve();
  private changed = new vscode.EventEmitter<void>();
  /** Answers may differ from those given before; the server has come or gone. */
  readonly onDidChange = this.changed.event;
  state: ServerState = 'starting';

  constructor(
    private readonly extension: string,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** Starts a server, in place of the one that runs; one after the other, however often it is asked for. */
  restart(): Promise<void> {
    this.turn = this.turn.then(() => this.stop()).then(() => this.start());
    return this.turn;
  }

  /** The command line tool of the server that runs. */
  commandLine(): string | undefined {
    return this.server && commandLine(this.server);
  }

  /** Undefined where there is no server, or none that could answer: the log says why. */
  async ask<Answer>(method: string, parameters: unknown): Promise<Answer | undefined> {
    if (this.state !== 'running' || !this.client) return undefined;
    try {
      return (await this.client.sendRequest<Answer | null>(method, parameters)) ?? undefined;
    } catch (error) {
      if (isOutdated(error)) return this.ask(method, parameters);
      this.log.warn(`${method}: ${error}`);
      return undefined;
    }
  }

  dispose(): void {
    this.changed.dispose();
    void this.stop();
  }

  private async start(): Promise<void> {
    await this.become('starting');
    this.server = await locate(this.extension);
    if (!this.server) {
      this.log.warn(`no server was found; looked for\n${places(this.extension).join('\n')}`);
      await this.become('missing');
      return tellMissing();
    }
    this.log.info(
      `server: ${[this.server.command, ...this.server.arguments].join(' ')} (${this.server.place})`,
    );
    this.client = createClient(this.server, this.log);
    return this.run(this.client);
  }

  private async run(client: LanguageClient): Promise<void> {
    client.onDidChangeState((event) => {
      if (event.newState === State.Running) void this.become(tellsDoors(client) ? 'running' : 'old');
      if (event.newState === State.Stopped && this.client === client) void this.become('failed');
    });
    client.onNotification(CHANGED, () => this.changed.fire());
    await client.start().catch((error: unknown) => this.log.error(`the server did not start: ${error}`));
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client
      ?.dispose()
      .catch((error: unknown) => this.log.warn(`the server did not end in time: ${error}`));
  }

  private async become(state: ServerState): Promise<void> {
    this.state = state;
    await vscode.commands.executeCommand('setContext', 'boundary.state', state);
    this.changed.fire();
  }
}

function tellsDoors(client: LanguageClient): boolean {
  const experimental = client.initializeResult?.capabilities.experimental as
    | { boundary?: { requests?: string[] } }
    | undefined;
  return experimental?.boundary?.requests?.includes(DOORS) ?? false;
}

/** Somebody typed meanwhile. */
function isOutdated(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}
