import { readdirSync } from "node:fs";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import type { HttpEnv } from "./web-handler.ts";

/** Serves what the web build left: hashed assets for a year, the few files beside them (icon, robots) for an hour. */
export function serveClientFiles(http: Hono<HttpEnv>, clientDir: string): void {
  const keep = (control: string) => ({
    root: clientDir,
    precompressed: true,
    onFound: (_path: string, c: { header: (name: string, value: string) => void }) =>
      c.header("cache-control", control),
  });
  http.use("/assets/*", serveStatic(keep("public, max-age=31536000, immutable")));
  const beside = readdirSync(clientDir, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of beside) {
    if (!/\.(br|gz)$/.test(name)) http.use(`/${name}`, serveStatic(keep("public, max-age=3600")));
  }
}
