import type { EntryContext, ServerBuild } from "react-router";
import type { Handle } from "#shell";

type Routes = ServerBuild["routes"];
type Loader = (asked: { readonly request: Request }) => unknown;

/** What a page is made of, by the empty thing that React Router carries in its place. */
const unsent = new WeakMap<object, unknown>();

/**
 * React Router writes everything a page is made of behind the page, for its script. Most pages have no script: what they are made of
 * stays here until the page is drawn. In development all have one.
 */
export function keepUnsent(routes: Routes): Routes {
  if (import.meta.env.DEV) return routes;
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const handle = route?.module.handle as Handle | undefined;
      const loader = route?.module.loader as Loader | undefined;
      if (route === undefined || loader === undefined || handle === undefined || handle.hydrate)
        return [id, route];
      const keeping: Loader = async (asked) => keep(await loader(asked), asked.request);
      return [
        id,
        { ...route, module: { ...route.module, loader: keeping as unknown as typeof route.module.loader } },
      ];
    }),
  );
}

function keep(made: unknown, { url }: Request): unknown {
  // A page that has brought its script asks for the data of the next one under a name of its own.
  if (!isRecord(made) || new URL(url).pathname.endsWith(".data")) return made;
  const held = {};
  unsent.set(held, made);
  return held;
}

/** Answers with a status or headers of their own are left alone. */
const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Whether a page carries a script, as `Layout` decides it. */
export function hasScript({ routeModules, staticHandlerContext: { matches } }: EntryContext): boolean {
  return (
    import.meta.env.DEV ||
    matches.some(({ route }) => (routeModules[route.id]?.handle as Handle | undefined)?.hydrate === true)
  );
}

/** Puts what was kept back in its place, for the page to be drawn. */
export function takeUnsent({ staticHandlerContext: context }: EntryContext): void {
  context.loaderData = Object.fromEntries(
    Object.entries(context.loaderData).map(([id, held]) => [id, unsent.get(held as object) ?? held]),
  );
}
