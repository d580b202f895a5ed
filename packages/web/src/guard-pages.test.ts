import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import type { App } from "@tuwai/server/app";
import { actorContext, appContext } from "#shell";
import { guardPages } from "./guard-pages.ts";

type Routes = Parameters<typeof guardPages>[0];
type Guarded = { readonly loader: (asked: object) => unknown };

/** The guarded loader of a page with this handle, asked by an administrator. */
async function ask(handle: object | undefined): Promise<unknown> {
  const route = { id: "x", path: "x", module: { default: () => null, handle } };
  const routes: object = { x: route };
  const guarded: unknown = guardPages(routes as Routes)["x"]!.module;
  const context = new RouterContextProvider();
  context.set(appContext, { config: { regionCode: "elsewhere" } } as App);
  context.set(actorContext, { userId: "u", role: "ADM", regionCode: "13.77" });
  return (guarded as Guarded).loader({ context });
}

test("a page that does not say who may open it opens to nobody", async () => {
  await expect(ask(undefined)).rejects.toThrow("handle.access");
  await expect(ask({ hydrate: true })).rejects.toThrow("handle.access");
});

test("a page opens to whom the matrix gives its permission, and tells others who may", async () => {
  expect(await ask({ access: "system.operate" })).toBeNull();
  await expect(ask({ access: "pledge.match" })).rejects.toThrow(
    expect.objectContaining({ code: "forbidden", details: expect.objectContaining({ roles: ["MGR"] }) }),
  );
});
