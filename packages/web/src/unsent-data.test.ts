import type { EntryContext, ServerBuild } from "react-router";
import { data } from "react-router";
import { expect, test, vi } from "vitest";
import { keepUnsent, takeUnsent } from "./unsent-data.ts";

type Loader = (asked: { readonly request: Request }) => Promise<unknown>;

/** What a page's loader answers to an address, and what is drawn from that answer. */
async function asked(handle: object | undefined, made: unknown, path = "/kerja") {
  vi.stubEnv("DEV", false);
  const routes = { page: { id: "page", module: { handle, loader: () => made } } };
  const loader = keepUnsent(routes as unknown as ServerBuild["routes"])["page"]!.module
    .loader as unknown as Loader;
  const carried = await loader({ request: new Request(`http://ketan.test${path}`) });
  const entry = { staticHandlerContext: { loaderData: { page: carried } } } as unknown as EntryContext;
  takeUnsent(entry);
  vi.unstubAllEnvs();
  return { carried, drawn: entry.staticHandlerContext.loaderData["page"] };
}

const workers = { workers: ["Upik"] };

test("a page without a script is drawn from what its loader made, and carries nothing of it", async () => {
  const { carried, drawn } = await asked({ access: "public" }, workers);
  expect(carried).toEqual({});
  expect(drawn).toBe(workers);
});

test("a page with a script carries what its script needs", async () => {
  expect((await asked({ access: "public", hydrate: true }, workers)).carried).toBe(workers);
});

test("a script that asks for the next page's data is given them", async () => {
  expect((await asked({ access: "public" }, workers, "/kerja.data")).carried).toBe(workers);
});

test("what frames and the site show on every page is carried, as the next page may have a script", async () => {
  expect((await asked(undefined, workers)).carried).toBe(workers);
});

test.each([[null], ["text"], [new Response("x")], [data(workers, { status: 404 })], [["list"]]])(
  "answers that are no record of a page stay as they are",
  async (made) => {
    const { carried, drawn } = await asked({ access: "public" }, made);
    expect(carried).toBe(made);
    expect(drawn).toBe(made);
  },
);
