/** How the page stands where it is small; the style sheets ask the same. */

/** Whether there is no room for more than one pane at a time: on a phone, upright or on its side. */
export const onePane = matchMedia('(width < 720px), ((width < 1240px) and (height < 480px))');

/** Whether the tabs of such a page stand one above the other, beside the pane. */
export const tabsBeside = matchMedia('(width < 1240px) and (height < 480px)');
