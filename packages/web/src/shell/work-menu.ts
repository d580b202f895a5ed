import { scopeOf, type Permission } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";
import type { MenuItem } from "./menu.ts";

/** `needs`: the access matrix decides who sees the row; without it everybody who signed in does. */
type WorkItem = MenuItem & { readonly needs?: Permission };

/**
 * What staff see, in this order; the first four stand in the phone's bar. A row appears here in the commit that
 * brings its page: nothing in a menu leads nowhere.
 */
const workMenu: readonly WorkItem[] = [
  { path: "/kerja", text: "tasks", icon: "tasks" },
  { path: "/cakupan", text: "coverage", icon: "map" },
  { path: "/bantuan", text: "help", icon: "help" },
];

export function menuFor(actor: Actor): MenuItem[] {
  return workMenu
    .filter(({ needs }) => needs === undefined || scopeOf(actor, needs) !== null)
    .map(({ path, text, icon }) => ({ path, text, icon }));
}
