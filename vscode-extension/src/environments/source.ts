import type * as vscode from 'vscode';
import { ENVIRONMENTS, type Sides } from '../protocol.ts';
import type { Session } from '../server/session.ts';
import { Batch } from './batch.ts';

const MODULE = /\.(?:[cm]?[jt]sx?|mdx)$/;

/** The sides of modules: asked for together, and remembered until the server says that they may differ. */
export class SidesSource {
  private known = new Map<string, Promise<Sides | undefined>>();
  private batch: Batch<string, Sides>;

  constructor(private readonly session: Session) {
    this.batch = new Batch((uris) => this.ask(uris));
    session.onDidChange(() => this.known.clear());
  }

  /** Undefined for what is no module of a program that is open. */
  async of(uri: vscode.Uri): Promise<Sides | undefined> {
    if (uri.scheme !== 'file' || !MODULE.test(uri.path)) return undefined;
    const key = uri.toString();
    const found = this.known.get(key) ?? this.batch.ask(key);
    this.known.set(key, found);
    return found;
  }

  private async ask(uris: string[]): Promise<Map<string, Sides>> {
    const textDocuments = uris.map((uri) => ({ uri }));
    const found = await this.session.ask<Sides[]>(ENVIRONMENTS, { textDocuments });
    return new Map((found ?? []).map((sides) => [sides.uri, sides]));
  }
}
