import * as vscode from 'vscode';
import { bandImage, type Look, PALETTE } from './palette.ts';
import { COLORS, type Side } from './side.ts';

/** What a band looks like, for each side. */
export type Decorations = Record<Side, vscode.TextEditorDecorationType>;

export function decorations(): Decorations {
  return { server: decoration('server'), client: decoration('client'), both: decoration('both') };
}

function decoration(side: Side): vscode.TextEditorDecorationType {
  const image = vscode.Uri.parse(bandImage(side, colorOf(side)));
  return vscode.window.createTextEditorDecorationType({ gutterIconPath: image, gutterIconSize: '100% 100%' });
}

/** The person's own colour, or ours for the kind of theme. */
function colorOf(side: Side): string {
  const own = vscode.workspace
    .getConfiguration('workbench')
    .get<Record<string, unknown>>('colorCustomizations');
  const chosen = own?.[COLORS[side]];
  return typeof chosen === 'string' ? chosen : PALETTE[side][LOOKS[vscode.window.activeColorTheme.kind]];
}

const LOOKS: Record<vscode.ColorThemeKind, Look> = {
  [vscode.ColorThemeKind.Light]: 'light',
  [vscode.ColorThemeKind.Dark]: 'dark',
  [vscode.ColorThemeKind.HighContrast]: 'highContrast',
  [vscode.ColorThemeKind.HighContrastLight]: 'highContrastLight',
};
