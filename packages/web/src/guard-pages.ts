import type { RouterContextProvider, ServerBuild } from "react-router";
import { rolesWith } from "@tuwai/server/access";
import { type Actor, AppError, type Role } from "@tuwai/server/app";
import { actorContext } from "#shell";
import { accessOf, type PageAccess } from "./page-access.ts";

type Routes = ServerBuild["routes"];
type Asked = { readonly context: Readonly<RouterContextProvider> };
type Work = (asked: Asked) => unknown;

/** Frames around pages; what they show is asked of the page inside. */
const frames = /^(root|shell\/(public|staff)\.layout\.tsx-(id|en))$/;

/**
 * Puts the door of `pageAccess` before every loader and action, also where a page has none of its own: a page opens to those
 * the table names and to nobody else, one that the table does not know to nobody at all.
 */
export function guardPages(routes: Routes): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      if (route === undefined || frames.test(id)) return [id, route];
      const access = accessOf(id);
      if (access === "public") return [id, route];
      const { loader, action } = route.module as unknown as {
        readonly loader?: Work;
        readonly action?: Work;
      };
      const module = {
        ...route.module,
        loader: guarded(id, access, loader ?? (() => null)),
        ...(action === undefined ? {} : { action: guarded(id, access, action) }),
      };
      return [id, { ...route, module: module as unknown as typeof route.module }];
    }),
  );
}

type StaffAccess = Exclude<PageAccess, "public">;

function guarded(id: string, access: StaffAccess | undefined, work: Work): Work {
  return (asked) => {
    if (access === undefined) throw new Error(`page-access.ts does not say who may open ${id}`);
    requireAccess(asked.context.get(actorContext), access);
    return work(asked);
  };
}

function requireAccess(actor: Actor | null, { needs, roles }: StaffAccess): void {
  if (actor === null) throw new AppError("unauthenticated");
  const may = rolesWith(needs).filter((role) => isStaff(role) && (roles?.includes(role) ?? true));
  if (!may.includes(actor.role))
    throw new AppError("forbidden", { permission: needs, role: actor.role, roles: may });
}

/** Workers and the public have no pages behind the sign-in. */
function isStaff(role: Role): boolean {
  return role !== "WRK" && role !== "PUB";
}
