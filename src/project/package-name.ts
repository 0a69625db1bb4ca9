/** The longest name that npm takes is 214 letters; much less is enough. */
const longest = 60;

/** A name that npm takes for a package, from what a person calls the project. */
export function packageName(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    // What is left of a letter with an accent is the letter.
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  // A package of the name of one that it depends on cannot be installed.
  return words === '' || taken.has(words) ? `push-program${words && `-${words}`}` : words;
}

/** Names of the packages of a project, and those that npm refuses. */
const taken = new Set(['backendless', 'typescript', 'node-modules', 'favicon-ico']);
