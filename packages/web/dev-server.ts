import type { Server } from "node:http";
import type { Connect } from "vite";

/** What `packages/server` calls per request; the same shape in development and in the build. */
type Handler = (request: Request, extras: unknown) => Promise<Response>;

/**
 * Development only: Vite inside the same process as Hono, so that one command serves pages with hot reload.
 * `assets` must see each request first and hand on what it does not know.
 */
export async function openDevServer(server: Server): Promise<{ web: Handler; assets: Connect.Server }> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: import.meta.dirname,
    configFile: `${import.meta.dirname}/vite.config.ts`,
    server: { middlewareMode: true, ws: { server } },
  });
  const load = async (): Promise<{ handle: Handler }> =>
    (await vite.ssrLoadModule("./src/handler.ts")) as { handle: Handler };
  return { assets: vite.middlewares, web: async (request, extras) => (await load()).handle(request, extras) };
}
