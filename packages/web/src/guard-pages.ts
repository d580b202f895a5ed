import type { RouterContextProvider, ServerBuild } from "react-router";
import { isStaff, may, type Permission, requireSecondFactor, rolesWith } from "@tuwai/server/access";
import { type Actor, AppError } from "@tuwai/server/app";
import { noteDenial } from "@tuwai/server/audit";
import { actorContext, appContext, type Handle, type PageAccess } from "#shell";

type Routes = ServerBuild["routes"];
type Asked = { readonly context: Readonly<RouterContextProvider> };
type Work = (asked: Asked) => unknown;

/** Frames around pages are open: what they show is asked of the page inside. */
const frames = /^(root|frame\/(public|staff)\.layout\.tsx-(id|en))$/;

/** Who may open each route, as its page says in `handle.access`; undefined: the page does not say, and nobody may. */
export function accessOfRoutes(routes: Routes): ReadonlyMap<string, PageAccess | undefined> {
  return new Map(
    Object.entries(routes).flatMap(([id, route]) =>
      route === undefined || frames.test(id)
        ? []
        : [[id, (route.module.handle as Handle | undefined)?.access]],
    ),
  );
}

/**
 * Puts the door that each page names in `handle.access` before its loader and action, also where a page has none of its own:
 * it opens to those the matrix names and to nobody else, one that names no door to nobody at all.
 */
export function guardPages(routes: Routes): Routes {
  const accesses = accessOfRoutes(routes);
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const access = accesses.get(id);
      if (route === undefined || frames.test(id) || access === "public") return [id, route];
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

function guarded(id: string, access: Permission | undefined, work: Work): Work {
  return async (asked) => {
    if (access === undefined) throw new Error(`${id} does not say in handle.access who may open it`);
    await requireAccess(asked.context, access);
    return work(asked);
  };
}

async function requireAccess(context: Asked["context"], permission: Permission): Promise<void> {
  const actor: Actor | null = context.get(actorContext);
  if (actor === null) throw new AppError("unauthenticated");
  requireSecondFactor(actor, permission);
  if (isStaff(actor.role) && may(actor, permission)) return;
  const roles = rolesWith(permission).filter(isStaff);
  await noteDenial(context.get(appContext), actor, { permission, code: "forbidden" });
  throw new AppError("forbidden", { permission, role: actor.role, roles });
}
