import type { Role } from "@tuwai/server/app";
import type { IconName } from "#ui";

/** Keys of `shellTexts.nav`; a new page adds its word there. */
export type MenuText = "home" | "coverage" | "help" | "work" | "tasks";
export type MenuItem = { readonly path: string; readonly text: MenuText; readonly icon: IconName };

/** What everybody sees in the header. `help` stands apart: it keeps its place on every page. */
export const publicMenu: readonly MenuItem[] = [{ path: "/cakupan", text: "coverage", icon: "map" }];

type WorkItem = MenuItem & { readonly roles: readonly Role[] | "all" };

/**
 * What staff see, in this order; the first four stand in the phone's bar. A row appears here in the commit that
 * brings its page: nothing in a menu leads nowhere.
 */
const workMenu: readonly WorkItem[] = [
  { path: "/kerja", text: "tasks", icon: "tasks", roles: "all" },
  { path: "/cakupan", text: "coverage", icon: "map", roles: "all" },
  { path: "/bantuan", text: "help", icon: "help", roles: "all" },
];

export function menuFor(role: Role): readonly MenuItem[] {
  return workMenu.filter(({ roles }) => roles === "all" || roles.includes(role));
}
