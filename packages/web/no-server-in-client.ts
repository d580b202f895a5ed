import type { Plugin } from "vite";

const serverOnly =
  /packages\/(server|linkage)\/|packages\/web\/src\/cities\/|node_modules\/(pg|pg-[a-z]+|kysely|pino|hono|@hono|better-auth|@duckdb)\/|^node:|__vite-browser-external/;

/** Stops the build when server code would reach a browser: a leak is a red build, never a review remark. */
export function noServerInClient(): Plugin {
  return {
    name: "no-server-in-client",
    enforce: "post",
    generateBundle(_options, bundle) {
      if (this.environment.name !== "client") return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const leak = Object.keys(chunk.modules).find((module) => serverOnly.test(module));
        if (leak !== undefined) this.error(`${leak} reached the browser chunk ${chunk.fileName}`);
      }
    },
  };
}
