import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getRequestListener } from "@hono/node-server";
import type { App } from "#app";
import { createHttp, type HttpOptions } from "./create-http.ts";
import type { WebHandler } from "./web-handler.ts";

export type OpenHttpOptions = Omit<HttpOptions, "web" | "clientDir" | "origin"> & {
  /** Folder of the web package: its build is served, or in development its sources. */
  readonly webDir: string;
};
export type HttpServer = { readonly url: string; readonly close: () => Promise<void> };

/** Loads the pages, listens on `config.host:port`, and rejects with Node's error (`EADDRINUSE`) when it cannot. */
export async function openHttp(app: App, options: OpenHttpOptions): Promise<HttpServer> {
  const { webDir, ...rest } = options;
  const { origin, host, port } = app.config;
  const server = createServer();
  if (rest.dev === true) {
    const { web, assets } = await developmentWeb(webDir, server);
    const pages = getRequestListener(createHttp(app, { ...rest, web, origin }).fetch);
    server.on("request", (request, response) =>
      assets(request, response, () => void pages(request, response)),
    );
  } else {
    const { handle } = (await import(fileUrl(webDir, "build/server/index.js"))) as { handle: WebHandler };
    const clientDir = join(webDir, "build/client");
    server.on(
      "request",
      getRequestListener(createHttp(app, { ...rest, web: handle, clientDir, origin }).fetch),
    );
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return { url: `http://localhost:${actualPort}`, close: () => close(server) };
}

type DevelopmentWeb = {
  web: WebHandler;
  assets: (...args: [...Parameters<RequestListener>, () => void]) => void;
};

async function developmentWeb(webDir: string, server: Server): Promise<DevelopmentWeb> {
  const { openDevServer } = (await import(fileUrl(webDir, "dev-server.ts"))) as {
    openDevServer: (server: Server) => Promise<DevelopmentWeb>;
  };
  return openDevServer(server);
}

function fileUrl(folder: string, name: string): string {
  return pathToFileURL(join(folder, name)).href;
}

/** Lets running requests finish for two seconds; event streams would otherwise hold the process for ever. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  await closed;
}
