/**
 * A lint rule: each folder imports only what the layout allows it.
 *
 * `folders` are the other folders a folder may reach, `entries` files that it may import although their folder is not
 * open to it, `packages` the installed packages. A folder may always import from itself. Folders that are not named
 * here (tests, scripts, benchmarks) import what they like.
 */
import path from 'node:path';
import { root } from '../root.mjs';

const layout = {
  blocks: { packages: ['blockly', '@blockly/field-multilineinput'] },
  'generators/typescript': {},
  'src/editor': {
    folders: ['blocks', 'generators/typescript', 'src/runner'],
    // The backend that an editor has unless its host names another.
    entries: /^src\/emulator\/index\.ts$/,
    packages: ['blockly', '@blockly/toolbox-search', '@blockly/plugin-workspace-search', 'lit'],
  },
  'src/element': { folders: ['src/editor'] },
  'src/embed': { folders: ['src/editor', 'generators/typescript'] },
  // Of the element, its types: what it is in JSX.
  'src/react': { folders: ['src/editor', 'src/element'], packages: ['react'] },
  'src/runner': { packages: ['backendless'] },
  'src/emulator': { packages: ['idb'], builtins: true },
  // Types only: what the compiler answers, and what it is given.
  'src/project': { folders: ['generators/typescript'] },
  'src/cli': {
    folders: ['generators/typescript', 'src/emulator', 'src/project'],
    entries: /^package\.json$/,
    builtins: true,
  },
  playground: {
    // The list of languages is needed before the blocks are there; pictures are made by a part of its own.
    entries:
      /^(?:(?:blocks|generators\/typescript|src|src\/[\w-]+|src\/editor\/picture)\/index|src\/emulator\/indexeddb|blocks\/locale)\.ts$/,
    packages: [
      'lit',
      'fflate',
      'idb',
      '@awesome.me/webawesome',
      '@lezer/highlight',
      /^@codemirror\//,
      /^@fontsource-variable\//,
    ],
  },
};

const folderNames = Object.keys(layout);

/** The folder of the layout that a file lies in; `undefined` for a file in none of them. */
function folderOf(file) {
  return folderNames.find((folder) => file.startsWith(`${folder}/`));
}

/** A sentence about the import when the layout forbids it, else `undefined`. */
function objection(file, specifier) {
  const from = folderOf(file);
  if (from === undefined) return undefined;
  const { folders = [], entries, packages = [], builtins = false } = layout[from];
  const target = specifier.replace(/[?#].*$/, '');

  if (!target.startsWith('.') && !target.startsWith('/')) {
    if (target.startsWith('node:'))
      return builtins ? undefined : `${from}/ runs without Node and may not import ${target}.`;
    const name = target.split('/', target.startsWith('@') ? 2 : 1).join('/');
    const allowed = packages.some((item) => (item instanceof RegExp ? item.test(name) : item === name));
    return allowed ? undefined : `${from}/ may not import the package ${name}.`;
  }

  const imported = path.posix.join(path.posix.dirname(file), target);
  if ([from, ...folders].some((folder) => imported.startsWith(`${folder}/`))) return undefined;
  if (entries?.test(imported)) return undefined;
  return `${from}/ may not import ${imported}.`;
}

const layoutRule = {
  create(context) {
    const file = path
      .relative(root, context.physicalFilename ?? context.filename)
      .split(path.sep)
      .join('/');
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = objection(file, source.value);
      if (message !== undefined) context.report({ message, node: source });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument),
    };
  },
};

export default { meta: { name: 'project' }, rules: { layout: layoutRule } };
