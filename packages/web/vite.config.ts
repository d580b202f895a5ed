import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { emptyServerInBrowser } from "./empty-server-in-browser.ts";
import { noServerInClient } from "./no-server-in-client.ts";

export default defineConfig({
  plugins: [emptyServerInBrowser(), reactRouter(), noServerInClient()],
  // Inlined `data:` fonts would break `font-src 'self'`.
  build: { assetsInlineLimit: 0, cssCodeSplit: true },
  server: { watch: { ignored: ["**/build/**", "**/.data/**"] } },
  environments: {
    ssr: {
      // One module instance shared with Hono (pool, event bus, error class). This holds only because each door
      // has a .js twin: Vite silently bundles a second copy of a package whose entry ends in .ts.
      resolve: { external: ["@tuwai/server", "@tuwai/domain"] },
      build: { rollupOptions: { input: "./src/handler.ts" } },
    },
  },
});
