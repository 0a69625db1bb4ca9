/** The icons of the page: drawn on a grid of 20, one line weight, in the colour of the text beside them. */
import { html, svg, type TemplateResult } from 'lit';

const paths = {
  run: svg`<path d="M6 4.2v11.6a.6.6 0 0 0 .9.5l9.4-5.8a.6.6 0 0 0 0-1L6.9 3.7a.6.6 0 0 0-.9.5z" fill="currentColor" />`,
  publish: svg`<path d="m3 9.8 13.7-6.3-3.9 13.3-3.6-5.3zM9.2 11.5l7.5-8" />`,
  cloud: svg`<path d="M6 15.5a3.5 3.5 0 0 1-.4-7A4.8 4.8 0 0 1 15 9.2a3.2 3.2 0 0 1-.6 6.3z" />`,
  pause: svg`<rect x="5.2" y="4.5" width="3.4" height="11" rx="0.8" fill="currentColor" /><rect x="11.4" y="4.5" width="3.4" height="11" rx="0.8" fill="currentColor" />`,
  step: svg`<path d="M4 4.6v10.8a.5.5 0 0 0 .8.4l7.4-5.4a.5.5 0 0 0 0-.8L4.8 4.2a.5.5 0 0 0-.8.4z" fill="currentColor" /><path d="M15.3 4.5v11" stroke-width="2.2" />`,
  speed: svg`<path d="M3.7 14.6a7 7 0 1 1 12.6 0M10 11.5l3.4-4.2" /><circle cx="10" cy="11.5" r="1.1" fill="currentColor" />`,
  exchange: svg`<path d="M3.5 7.2h12.5M12.8 4l3.2 3.2-3.2 3.2M16.5 13.2H4M7.2 10 4 13.2l3.2 3.2" />`,
  stop: svg`<rect x="5" y="5" width="10" height="10" rx="1.5" fill="currentColor" />`,
  undo: svg`<path d="M7.5 4 4 7.5 7.5 11M4.5 7.5H12a4 4 0 0 1 0 8H8.5" />`,
  redo: svg`<path d="M12.5 4 16 7.5 12.5 11M15.5 7.5H8a4 4 0 0 0 0 8h3.5" />`,
  open: svg`<path d="M2.8 15.5V5a1 1 0 0 1 1-1h3.7l1.8 2h6.2a1 1 0 0 1 1 1v1.5M2.8 15.5l2.5-6a1 1 0 0 1 .9-.6h10.9a.7.7 0 0 1 .65 1l-2.2 5a1 1 0 0 1-.9.6z" />`,
  save: svg`<path d="M4 3.5h9.5l3 3V16a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM6.5 3.5V7h6V3.5M6.5 16.5v-5h7v5" />`,
  export: svg`<path d="M10 12V3M6.5 6 10 2.8 13.5 6M6 9H4.5v7.5h11V9H14" />`,
  up: svg`<path d="m6.5 11.5 3.5-3.5 3.5 3.5" />`,
  chevron: svg`<path d="m6.5 8.5 3.5 3.5 3.5-3.5" />`,
  copy: svg`<rect x="7" y="7" width="9.5" height="9.5" rx="1.5" /><path d="M13 7V4.5a1 1 0 0 0-1-1H4.5a1 1 0 0 0-1 1V12a1 1 0 0 0 1 1H7" />`,
  download: svg`<path d="M10 3v9M6.5 9 10 12.3 13.5 9M3.5 13v3.5h13V13" />`,
  language: svg`<circle cx="10" cy="10" r="7" /><path d="M3 10h14M10 3c2.2 2 3.2 4.3 3.2 7s-1 5-3.2 7c-2.2-2-3.2-4.3-3.2-7s1-5 3.2-7z" />`,
  system: svg`<rect x="2.8" y="4" width="14.4" height="9.5" rx="1.5" /><path d="M7 16.5h6M10 13.5v3" />`,
  light: svg`<circle cx="10" cy="10" r="3.2" /><path d="M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2" />`,
  dark: svg`<path d="M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3z" />`,
  contrast: svg`<circle cx="10" cy="10" r="7" /><path d="M10 3v14a7 7 0 0 0 0-14z" fill="currentColor" />`,
  check: svg`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`,
  close: svg`<path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />`,
  clear: svg`<circle cx="10" cy="10" r="6.5" /><path d="m5.5 5.5 9 9" />`,
  info: svg`<circle cx="10" cy="10" r="7" /><path d="M10 9.2v4.3M10 6.5v.1" />`,
  warn: svg`<path d="M10 3.5 17.3 16a.4.4 0 0 1-.4.6H3.1a.4.4 0 0 1-.4-.6zM10 8.3v4M10 14.3v.1" />`,
  error: svg`<circle cx="10" cy="10" r="7" /><path d="M10 6.3v4.5M10 13.5v.1" />`,
  log: svg`<path d="m6.5 5.5 4.5 4.5-4.5 4.5" />`,
  blocks: svg`<path d="M3.5 4.5h3l1 1.5h2l1-1.5h6v4.5h-6l-1 1.5h-2L6.5 9h-3zM3.5 11.5v4h10v-4" />`,
  code: svg`<path d="m6.5 6-4 4 4 4M13.5 6l4 4-4 4M11.3 4.5 8.7 15.5" />`,
  console: svg`<rect x="2.5" y="4" width="15" height="12" rx="1.5" /><path d="m5.5 8 2.5 2-2.5 2M10 12.5h4" />`,
  registrations: svg`<rect x="5.5" y="2.5" width="9" height="15" rx="1.8" /><path d="M9 15h2M8 7.2a2 2 0 1 1 4 0V9l.8 1.3H7.2L8 9z" />`,
  zoomOut: svg`<path d="M5 10h10" />`,
  zoomIn: svg`<path d="M5 10h10M10 5v10" />`,
  fit: svg`<path d="M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13" />`,
  more: svg`<path d="M4.5 10h.1M10 10h.1M15.5 10h.1" stroke-width="2.4" />`,
  reset: svg`<path d="M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 10.6a.5.5 0 0 0 .5.4h6.6a.5.5 0 0 0 .5-.4l.7-10.6M8.5 8.5v5M11.5 8.5v5" />`,
  import: svg`<path d="M10 2.8v9M6.5 8.5 10 12l3.5-3.5M6 9H4.5v7.5h11V9H14" />`,
  faults: svg`<path d="m11.2 2.5-6 8.6h4.3l-.9 6.4 6.2-8.8h-4.4z" />`,
  list: svg`<path d="M7.5 5h9M7.5 10h9M7.5 15h9M3.7 5h.1M3.7 10h.1M3.7 15h.1" />`,
  add: svg`<path d="M10 4v12M4 10h12" />`,
  rename: svg`<path d="m12.5 4.5 3 3-8.6 8.6-3.7.7.7-3.7zM10.8 6.2l3 3" />`,
  history: svg`<path d="M3.5 5v3.5H7M3.9 8.5a6.5 6.5 0 1 1-.3 3M10 6.5V10l2.5 1.8" />`,
  share: svg`<circle cx="5.5" cy="10" r="2" /><circle cx="14.5" cy="5" r="2" /><circle cx="14.5" cy="15" r="2" /><path d="m7.3 9 5.4-3M7.3 11l5.4 3" />`,
  link: svg`<path d="M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 0 0-4.2-4.2l-.8.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.8 2.8a3 3 0 0 0 4.2 4.2l.8-.8" />`,
  picture: svg`<rect x="3" y="4" width="14" height="12" rx="1.5" /><circle cx="7.2" cy="8" r="1.3" /><path d="m3.5 14.5 4-3.5 2.5 2 3-3 3.5 3.5" />`,
  package: svg`<path d="M10 2.8 16.5 6v8L10 17.2 3.5 14V6zM3.5 6 10 9.2 16.5 6M10 9.2v8" />`,
  options: svg`<path d="M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7" /><circle cx="12.5" cy="6" r="2" /><circle cx="7.5" cy="14" r="2" />`,
  learn: svg`<path d="M10 5.5c-1.5-1.2-3.5-1.7-6.5-1.7v11c3 0 5 .5 6.5 1.7 1.5-1.2 3.5-1.7 6.5-1.7v-11c-3 0-5 .5-6.5 1.7zM10 5.5v11" />`,
  help: svg`<circle cx="10" cy="10" r="7" /><path d="M7.9 8a2.1 2.1 0 1 1 3.2 1.8c-.8.5-1.1.9-1.1 1.7M10 13.8v.1" />`,
  search: svg`<circle cx="9" cy="9" r="5" /><path d="m12.8 12.8 4 4" />`,
  keyboard: svg`<rect x="2.5" y="5" width="15" height="10" rx="1.5" /><path d="M5.5 8h.1M8.5 8h.1M11.5 8h.1M14.5 8h.1M6.5 12h7" />`,
  tour: svg`<path d="M5 17V3.5M5 4h9l-2 3 2 3H5" />`,
  external: svg`<path d="M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16 4 9.5 10.5" />`,
  fix: svg`<path d="M7.5 13.5v-1.3a5 5 0 1 1 5 0v1.3zM8 16.5h4" />`,
  focus: svg`<circle cx="10" cy="10" r="3" /><path d="M10 2.5v3M10 14.5v3M2.5 10h3M14.5 10h3" />`,
};

/** The name of an icon. */
export type IconName = keyof typeof paths;

/** An icon that says nothing by itself: its button or its text has the name. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${paths[name]}</svg>`;
}

/** The project's mark: a block with its notch, and the dot of a notification. */
export function brandMark(): TemplateResult {
  return html`<svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
    <path
      d="M5 6h5.5l2 3h5l2-3H24a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3h-4.5l-2 3h-5l-2-3H5a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z"
      fill="#6d83ff"
    />
    <circle cx="25.5" cy="6.5" r="5.5" fill="var(--header)" />
    <circle cx="25.5" cy="6.5" r="4" fill="var(--run)" />
  </svg>`;
}
