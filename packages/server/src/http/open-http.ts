import { createServer, type RequestListener, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { App } from "#app";
import { createHttp, type HttpOptions } from "./create-http.ts";
import type { WebHandler } from "./web-handler.ts";

/** Whatever answers requests that are neither a file nor an API. */
export type Pages = {
  readonly web: WebHandler;
  /** Folder of what the browser loads, when the pages are built. */
  readonly clientDir?: string;
  /** Sees each request first and hands on what it does not know, when the pages come from their sources. */
  readonly assets?: (...args: [...Parameters<RequestListener>, () => void]) => void;
  /** Lets go of the browsers that wait for a change: they would keep the server open. */
  readonly close?: () => Promise<void>;
};

export type OpenHttpOptions = Pick<HttpOptions, "ready" | "apis" | "uploads"> & {
  /** Called once with the server, whose socket hot reload shares. */
  readonly pages: (server: Server) => Promise<Pages>;
};
export type HttpServer = { readonly url: string; readonly close: () => Promise<void> };

/** Loads the pages, listens on `config.host:port`, and rejects with Node's error (`EADDRINUSE`) when it cannot. */
export async function openHttp(app: App, { pages, ...rest }: OpenHttpOptions): Promise<HttpServer> {
  const { origin, host, port } = app.config;
  const server = createServer();
  const { assets, close: closePages, ...served } = await pages(server);
  const http = createHttp(app, { ...rest, ...served, origin, dev: assets !== undefined });
  const answer = getRequestListener(http.fetch);
  server.on(
    "request",
    assets ? (request, response) => assets(request, response, () => void answer(request, response)) : answer,
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://localhost:${actualPort}`,
    close: async () => {
      await closePages?.();
      await close(server);
    },
  };
}

/** Lets running requests finish for two seconds; one that never ends would otherwise hold the process for ever. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  await closed;
}
