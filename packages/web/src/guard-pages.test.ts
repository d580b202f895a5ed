import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { actorContext } from "#shell";
import { guardPages } from "./guard-pages.ts";

type Routes = Parameters<typeof guardPages>[0];
type Guarded = { readonly loader: (asked: object) => unknown };

/** The guarded loader of a page with this handle, asked by an administrator. */
function ask(handle: object | undefined): unknown {
  const route = { id: "x", path: "x", module: { default: () => null, handle } };
  const routes: object = { x: route };
  const guarded: unknown = guardPages(routes as Routes)["x"]!.module;
  const context = new RouterContextProvider();
  context.set(actorContext, { userId: "u", role: "ADM", regionCode: "13.77" });
  return (guarded as Guarded).loader({ context });
}

test("a page that does not say who may open it opens to nobody", () => {
  expect(() => ask(undefined)).toThrow("handle.access");
  expect(() => ask({ hydrate: true })).toThrow("handle.access");
});

test("a page opens to whom the matrix gives its permission, and tells others who may", () => {
  expect(ask({ access: "system.operate" })).toBeNull();
  expect(() => ask({ access: "pledge.match" })).toThrow(
    expect.objectContaining({ code: "forbidden", details: expect.objectContaining({ roles: ["MGR"] }) }),
  );
});
