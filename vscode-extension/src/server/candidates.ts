import * as path from 'node:path';

/** Where a server may be, and how it is started there. */
export interface Candidate {
  /** As people read it. */
  place: string;
  command: string;
  arguments: string[];
}

export interface Surroundings {
  /** The setting `boundary.server.path`; empty if it is not set. */
  configured: string;
  /** Absolute paths, in the workspace's order. */
  folders: string[];
  isTrusted: boolean;
  /** The folder of the extension itself. */
  extension: string;
  /** The folders of the environment variable PATH. */
  path: string[];
  platform: NodeJS.Platform;
}

/**
 * Every place where a server may be, the best first. In a workspace that is not trusted only the copy inside the
 * extension counts: `node_modules/.bin/boundary-lsp` is somebody else's program. A path that is set is the only one.
 */
export function candidates(around: Surroundings): Candidate[] {
  const bundled = at(around, 'the extension', path.join(around.extension, 'server'), ['boundary']);
  if (!around.isTrusted) return bundled;
  if (around.configured) return [configured(around)];
  return [
    ...around.folders.flatMap((folder) =>
      at(around, 'node_modules', path.join(folder, 'node_modules', '.bin'), ['boundary-lsp']),
    ),
    ...around.folders.flatMap((folder) =>
      at(around, '.venv', path.join(folder, '.venv', scripts(around)), ['boundary-lsp']),
    ),
    ...bundled,
    ...around.path.flatMap((folder) => at(around, 'PATH', folder, ['boundary-lsp'])),
  ];
}

/** The command line tool that lies beside a server: `.venv/bin/boundary` for `.venv/bin/boundary-lsp`. */
export function commandLine(server: Candidate): string {
  const name = path.basename(server.command).replace(/^boundary-lsp/, 'boundary');
  return path.join(path.dirname(server.command), name);
}

function configured(around: Surroundings): Candidate {
  const command = path.resolve(around.folders[0] ?? '', around.configured);
  return { place: 'the setting boundary.server.path', command, arguments: argumentsOf(command) };
}

function at(around: Surroundings, place: string, folder: string, names: string[]): Candidate[] {
  return names
    .flatMap((name) => endings(around.platform).map((ending) => path.join(folder, name + ending)))
    .map((command) => ({ place, command, arguments: argumentsOf(command) }));
}

function argumentsOf(command: string): string[] {
  return path.basename(command).startsWith('boundary-lsp') ? [] : ['serve'];
}

function endings(platform: NodeJS.Platform): string[] {
  return platform === 'win32' ? ['.exe', '.cmd'] : [''];
}

function scripts(around: Surroundings): string {
  return around.platform === 'win32' ? 'Scripts' : 'bin';
}
