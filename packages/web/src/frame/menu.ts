import type { shellTexts } from "#language/shell.ts";
import type { IconName } from "#ui";

/** `text` is a word of `shellTexts.nav`. */
export type MenuItem = {
  readonly path: string;
  readonly text: keyof typeof shellTexts.id.nav;
  readonly icon: IconName;
};

/** What everybody sees in the header. `help` stands apart: it keeps its place on every page. */
export const publicMenu: readonly MenuItem[] = [
  { path: "/cakupan", text: "coverage", icon: "map" },
  { path: "/indikator", text: "indicators", icon: "list" },
  { path: "/data", text: "openData", icon: "list" },
  { path: "/komitmen", text: "promises", icon: "meeting" },
];
