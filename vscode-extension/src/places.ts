import * as vscode from 'vscode';
import type { Location, Range } from 'vscode-languageserver-protocol';

/** The editor's own words for places that the server tells. */
export function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function locationOf({ uri, range }: Location): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), rangeOf(range));
}

/** As people know it: below its folder. */
export function pathOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}

export async function go(place: Location, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  const { uri, range } = locationOf(place);
  await vscode.window.showTextDocument(uri, {
    ...options,
    selection: new vscode.Range(range.start, range.end),
  });
}
