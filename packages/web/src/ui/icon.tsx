import type { ReactElement } from "react";

/** 20 px line drawings, always beside a word. Arrows and ticks are here because the typeface lacks them. */
const drawings = {
  home: "M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4",
  tasks: "M4 5.5l1.5 1.5L8 4M4 12.5l1.5 1.5L8 11M11 6h6M11 13h6",
  map: "M3 5.5 7.5 4l5 2L17 4.5V15l-4.5 1.5-5-2L3 16zM7.5 4v10.5M12.5 6v10.5",
  people:
    "M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M2.5 16c.3-2.7 2.2-4.2 5-4.2s4.7 1.5 5 4.2M13 4.3a2.6 2.6 0 0 1 0 4.9M14.5 12c1.7.5 2.8 1.8 3 4",
  list: "M4 5h.01M4 10h.01M4 15h.01M7.5 5H17M7.5 10H17M7.5 15H17",
  upload: "M10 13V4M6.5 7.5 10 4l3.5 3.5M4 13v3h12v-3",
  download: "M10 4v9M6.5 9.5 10 13l3.5-3.5M4 13v3h12v-3",
  link: "M8.5 11.5l3-3M9 6l1.5-1.5a3 3 0 0 1 5 5L14 11M11 14l-1.5 1.5a3 3 0 0 1-5-5L6 9",
  heart: "M10 16S3.5 12.3 3.5 7.8A3.3 3.3 0 0 1 10 6.5a3.3 3.3 0 0 1 6.5 1.3C16.5 12.3 10 16 10 16",
  money: "M2.5 5.5h15v9h-15zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M5 8v4M15 8v4",
  meeting: "M3 4.5h14v8.5H9l-3.5 3V13H3zM6.5 8h7M6.5 10.2h4",
  claim: "M5 3h7l3.5 3.5V17H5zM12 3v3.5h3.5M7.5 10.5h5M7.5 13.5h5",
  help: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7.9 8a2.1 2.1 0 1 1 3 2c-.6.3-.9.7-.9 1.4M10 14h.01",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  search: "M8.8 14.5a5.7 5.7 0 1 0 0-11.4 5.7 5.7 0 0 0 0 11.4M13 13l4 4",
  right: "M4 10h12M11.5 5.5 16 10l-4.5 4.5",
  left: "M16 10H4M8.5 5.5 4 10l4.5 4.5",
  check: "M4 10.5l4 4 8-9",
  warning: "M10 3.5 17.5 16h-15zM10 8v4M10 14.2h.01",
  info: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9.5V14M10 6.5h.01",
  shield: "M10 3l6 2v4.5c0 3.7-2.5 6.3-6 7.5-3.5-1.2-6-3.8-6-7.5V5zM7.2 10l2 2 3.6-4",
  settings:
    "M4 6h7M14 6h2M4 14h2M9 14h7M12.5 7.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6M7.5 15.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6",
  share:
    "M14.5 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5M5.5 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5M14.5 17a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5M7.5 11l5 2.75M12.5 6.25 7.5 9",
  print: "M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 12h8v4.5H6z",
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
