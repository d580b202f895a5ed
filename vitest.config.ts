import { defineConfig } from "vitest/config";

const dbTests = "packages/*/src/**/*.db.test.ts";
const pageTests = "packages/*/src/**/*.page.test.ts";

/** unit: touches nothing. db: DuckDB or Postgres. page: the app in-process. e2e: the real server and a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: [dbTests, pageTests, "**/node_modules/**"],
        },
      },
    ],
  },
});
