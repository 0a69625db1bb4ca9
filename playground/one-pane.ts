/**
 * Whether the page is too small to show more than one pane at a time: on a phone, upright or on its side. The style
 * sheets ask the same.
 */
export const onePane = matchMedia('(width < 720px), ((width < 1240px) and (height < 480px))');
