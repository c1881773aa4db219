import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

export const project = join(import.meta.dirname, '../..');

/**
 * Puts a runnable copy of the project into the folder: what is built is copied, packages are linked except those
 * named, which are copied.
 */
export function copyProject(folder: string, copiedPackages: readonly string[] = []): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const name of ['dist', 'package.json'])
    cpSync(join(project, name), join(folder, name), { recursive: true });
  for (const name of readdirSync(join(project, 'node_modules'))) {
    const [source, target] = [join(project, 'node_modules', name), join(folder, 'node_modules', name)];
    if (copiedPackages.includes(name)) cpSync(source, target, { recursive: true, verbatimSymlinks: true });
    else symlinkSync(source, target);
  }
}
