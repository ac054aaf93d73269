import * as vscode from 'vscode';
import { DOORS, type Doors, type RootDoors } from '../protocol.ts';
import type { Session } from '../server/session.ts';
import { type DoorNode, type GroupNode, groups } from './nodes.ts';

interface RootNode {
  kind: 'root';
  root: RootDoors;
}

type Node = RootNode | GroupNode | DoorNode;

/** Endpoints by liveness, and client references; one level more where several roots are open. */
export class DoorsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listening: vscode.Disposable;

  constructor(private readonly session: Session) {
    this.listening = session.onDidChange(() => this.refresh());
  }

  refresh(): void {
    this.changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return node.kind === 'root' ? groups(node.root) : node.kind === 'group' ? node.children : [];
    const doors = await this.session.ask<Doors>(DOORS, {});
    const roots = (doors?.roots ?? []).filter(
      (root) => root.endpoints.length + root.clientReferences.length > 0,
    );
    await vscode.commands.executeCommand(
      'setContext',
      'boundary.noDoors',
      doors !== undefined && roots.length === 0,
    );
    return roots.length === 1 ? roots.flatMap(groups) : roots.map((root) => ({ kind: 'root', root }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'root') return rootItem(node.root);
    return node.kind === 'group' ? groupItem(node) : doorItem(node);
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
  }
}

function rootItem(root: RootDoors): vscode.TreeItem {
  const uri = vscode.Uri.parse(root.uri);
  const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = vscode.ThemeIcon.Folder;
  return item;
}

function groupItem(node: GroupNode): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, node.isOpen ? Expanded : Collapsed);
  return Object.assign(item, common(node), {
    iconPath: new vscode.ThemeIcon(node.icon),
    contextValue: 'group',
  });
}

function doorItem(node: DoorNode): vscode.TreeItem {
  const command = { command: 'boundary.openDoor', title: 'Go to It', arguments: [node] };
  const color = node.isHole ? new vscode.ThemeColor('list.warningForeground') : undefined;
  const iconPath = new vscode.ThemeIcon(node.icon, color);
  return Object.assign(new vscode.TreeItem(node.label), common(node), {
    iconPath,
    command,
    contextValue: node.kind,
  });
}

function common({ id, description, tooltip }: GroupNode | DoorNode) {
  return { id, description, tooltip };
}
