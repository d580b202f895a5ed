import type { Plugin } from "vite";

const door = /^@tuwai\/server\/[a-z-]+$/;
const prefix = "\0empty:";

/**
 * Development only: a page's own module names doors of the server for its loader. The build shakes them off; a browser that
 * is given the sources would load the server itself, so it gets each door with its names and nothing behind them.
 */
export function emptyServerInBrowser(): Plugin {
  return {
    name: "empty-server-in-browser",
    apply: "serve",
    enforce: "pre",
    resolveId(id) {
      return this.environment.name === "client" && door.test(id) ? prefix + id : null;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const names = Object.keys((await import(id.slice(prefix.length))) as object);
      return names.map((name) => `export const ${name} = undefined;`).join("\n");
    },
  };
}
