/** How one tells, before anything else is loaded, that the address of the page carries a program. */

/** How the fragment of such an address begins. */
export const sharePrefix = '#program=';

export function isShareLink(fragment: string): boolean {
  return fragment.startsWith(sharePrefix);
}
