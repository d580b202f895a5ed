import type { Permission } from "@tuwai/server/access";

/** Who may open a page: anybody, or whom the access matrix gives the permission. The use cases behind it authorise on their own. */
export type PageAccess = "public" | Permission;

/**
 * What every page and route of data says of itself. A page without `access` opens to nobody. One with `hydrate: true` ships
 * JavaScript; all others ship none. One with `screen: true` fills the screen by itself, without the frame of the others.
 */
export type Handle = {
  readonly access: PageAccess;
  readonly hydrate?: boolean;
  readonly screen?: boolean;
};
