/** Arrow keys in a list of tabs, as ARIA has it. */

/**
 * The index of the tab that a key leads to, from the `current` of `count`; undefined for any other key.
 *
 * @param isUpright whether the tabs stand one above the other.
 */
export function tabByKey(key: string, current: number, count: number, isUpright = false): number | undefined {
  const [forward, back] = isUpright
    ? ['ArrowDown', 'ArrowUp']
    : document.dir === 'rtl'
      ? ['ArrowLeft', 'ArrowRight']
      : ['ArrowRight', 'ArrowLeft'];
  if (key === forward) return (current + 1) % count;
  if (key === back) return (current + count - 1) % count;
  return { Home: 0, End: count - 1 }[key];
}
