import type { Server } from "node:http";
import { join } from "node:path";
import type { Pages, WebHandler } from "@tuwai/server/http";

/** The pages as `npm run build` left them. */
export async function builtPages(): Promise<Pages> {
  // @ts-expect-error The build carries no types, and a fresh clone has no build yet.
  const { handle } = (await import("./build/server/index.js")) as { handle: WebHandler };
  return { web: handle, clientDir: join(import.meta.dirname, "build/client") };
}

/** Development only: Vite inside the same process as Hono, so that one command serves pages with hot reload. */
export async function livePages(server: Server): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: import.meta.dirname,
    configFile: join(import.meta.dirname, "vite.config.ts"),
    server: { middlewareMode: true, ws: { server } },
  });
  const load = async (): Promise<{ handle: WebHandler }> =>
    (await vite.ssrLoadModule("./src/handler.ts")) as { handle: WebHandler };
  return {
    assets: vite.middlewares,
    close: () => vite.close(),
    web: async (request, extras) => (await load()).handle(request, extras),
  };
}
