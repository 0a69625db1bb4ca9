/** Arrow keys in a list of tabs, as ARIA has it. */

/** The index of the tab that a key leads to, from the `current` of `count`; undefined for any other key. */
export function tabByKey(key: string, current: number, count: number): number | undefined {
  const rightToLeft = document.dir === 'rtl';
  const next = (current + 1) % count;
  const previous = (current + count - 1) % count;
  return {
    ArrowRight: rightToLeft ? previous : next,
    ArrowLeft: rightToLeft ? next : previous,
    Home: 0,
    End: count - 1,
  }[key];
}
