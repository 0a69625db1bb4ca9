/** Has the build work out what a module exports, and put that in the place of the module. */
import { runnerImport, type Plugin } from 'vite';

/**
 * Where the sources are served as they are, the module is a module like any other.
 *
 * @param end How the path of the module ends. What it exports is JSON.
 */
export function builtValues(end: string): Plugin {
  return {
    name: 'built-values',
    apply: 'build',
    async load(id) {
      if (!id.endsWith(end)) return undefined;
      const { module } = await runnerImport<Record<string, unknown>>(id, { configFile: false, logLevel: 'warn' });
      const values = Object.entries(module).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`,
      );
      return values.join('');
    },
  };
}
