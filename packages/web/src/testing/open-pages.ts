import type { Actor, App } from "@tuwai/server/app";
import type { WebHandler } from "@tuwai/server/http";
import type { PageAccess } from "#shell";

type Answer = { readonly status: number; readonly headers: Headers; readonly html: string };
export type Pages = {
  /** Who may open the page of a route's id; undefined where the page does not say. */
  readonly accessOf: (id: string) => PageAccess | undefined;
  readonly get: (path: string, as?: Actor, headers?: HeadersInit) => Promise<Answer>;
  /** Sends a form as a browser without JavaScript would. */
  readonly post: (
    path: string,
    form: Record<string, string> | FormData,
    as?: Actor,
    headers?: HeadersInit,
  ) => Promise<Answer>;
};

type Build = {
  readonly handle: WebHandler;
  readonly pageAccess: ReadonlyMap<string, PageAccess | undefined>;
};

const address = "http://ketan.test";

/** The built pages in this process, over a real `App`: `openPages(test.app)`, then request in, HTML out. */
export async function openPages(app: App): Promise<Pages> {
  // @ts-expect-error The build carries no types, and a fresh clone has no build yet.
  const { handle, pageAccess } = (await import("../../build/server/index.js")) as Build;
  const ask = async (request: Request, actor: Actor | null): Promise<Answer> => {
    const response = await handle(request, { app, actor, nonce: "test-nonce", failure: null });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  return {
    accessOf: (id) => pageAccess.get(id),
    get: (path, as, headers) => ask(new Request(address + path, { headers: headers ?? {} }), as ?? null),
    post: (path, form, as, headers) => {
      const body = form instanceof FormData ? form : new URLSearchParams(form);
      return ask(new Request(address + path, { method: "POST", body, headers: headers ?? {} }), as ?? null);
    },
  };
}
