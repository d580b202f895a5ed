import { defineConfig } from "vitest/config";

const dbTests = ["packages/*/src/**/*.db.test.ts", "scripts/**/*.db.test.ts"];
const linkageTests = ["packages/linkage/src/**/*.db.test.ts", "scripts/linkage-*.db.test.ts"];
const commandTests = ["packages/cli/src/**/*.db.test.ts"];
const clickHouseTests = ["packages/linkage/src/**/*.clickhouse.test.ts"];
const pageTests = ["packages/*/src/**/*.page.test.{ts,tsx}"];
const template = "packages/server/src/testing/template-database.ts";
const setupFiles = ["scripts/own-temporary-folder.ts"];

// Two workers use both processors of a small machine, of which vitest by itself leaves one idle. Tests change nothing that
// their modules keep, so files share them instead of loading them anew, except where the project says why not.
// Projects that need PostgreSQL share one server and one template when they run together.
/** unit: touches nothing. linkage: DuckDB. db, db-commands: Postgres. clickhouse: a ClickHouse in-process. page: the app in-process. e2e: the real server and a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          setupFiles,
          include: ["packages/*/src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: [...dbTests, ...clickHouseTests, ...pageTests, "**/node_modules/**"],
          testTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "linkage",
          setupFiles,
          include: linkageTests,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "db",
          setupFiles,
          include: dbTests,
          exclude: [...linkageTests, ...commandTests, "**/node_modules/**"],
          globalSetup: [template],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        // Commands read the environment, which each of these tests sets for itself.
        test: {
          name: "db-commands",
          setupFiles,
          include: commandTests,
          globalSetup: [template],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        // Not part of `npm test`: needs half a gigabyte of ClickHouse (`npm run test:clickhouse`).
        test: {
          name: "clickhouse",
          setupFiles,
          include: clickHouseTests,
          testTimeout: 300_000,
          // One engine at a time: each takes all processors.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "page",
          setupFiles,
          include: pageTests,
          // As served: a React that looks for mistakes of development takes twice as long over each page.
          env: { NODE_ENV: "production" },
          globalSetup: [template, "packages/web/build-for-tests.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "e2e",
          setupFiles,
          include: ["e2e/**/*.spec.ts"],
          globalSetup: ["e2e/running-city.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One city, one browser: journeys follow each other, as they change the same rows.
          fileParallelism: false,
        },
      },
    ],
  },
});
