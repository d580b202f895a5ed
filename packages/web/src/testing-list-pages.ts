import type { RouteConfigEntry } from "@react-router/dev/routes";
import routes from "./routes.ts";

export type ListedPage = { readonly id: string; readonly path: string };

/** Every address of routes.ts with the id of its route; `under` are the path parts of the frames around it. */
export function pagesOf(entries: readonly RouteConfigEntry[], under = ""): readonly ListedPage[] {
  return entries.flatMap((entry) => {
    const path = entry.path === undefined ? under : `${under}/${entry.path}`;
    if (entry.children) return pagesOf(entry.children, path);
    return [{ id: entry.id ?? entry.file.replace(/\.\w+$/, ""), path: path || "/" }];
  });
}

/** Those of one language, and those that have none. */
export function listPages(language: "id" | "en"): readonly ListedPage[] {
  const other = language === "id" ? "-en" : "-id";
  return pagesOf(routes).filter(({ id }) => !id.endsWith(other));
}
