// Breaks every wall of docs/architecture.md on purpose and expects oxlint to say so.
// A rule that has never failed is not known to be a rule.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Complaint = { readonly file: string; readonly code: string };
type Wall = {
  readonly from: string;
  readonly allowed: readonly string[];
  readonly forbidden: readonly string[];
};

const walls: readonly Wall[] = [
  {
    from: "domain/src/claims/open.ts",
    allowed: words(`zod #money ./deadline.ts`),
    forbidden: words(`
      vitest node:fs pg kysely hono react @duckdb/node-api ../money/rupiah.ts @tuwai/linkage
      @tuwai/server/claims @tuwai/web @tuwai/cli @tuwai/city/runtime @tuwai/scripts/postgres #money/rupiah.ts
      @tuwai/domain/money zod/v3/helpers/util.js
    `),
  },
  {
    from: "domain/src/claims/open.test.ts",
    allowed: words(`vitest fast-check zod #money`),
    forbidden: words(`node:fs @tuwai/server/testing ../money/rupiah.ts`),
  },
  {
    from: "linkage/src/stages/block.ts",
    allowed: words(`@duckdb/node-api @clickhouse/client node:path node:fs/promises #model ./compare.ts`),
    forbidden: words(`
      @tuwai/domain/identity @tuwai/server/people @tuwai/web @tuwai/cli @tuwai/city/runtime
      @tuwai/scripts/postgres pg kysely hono react zod vitest csv-parse ../model/model.ts
    `),
  },
  {
    from: "linkage/src/stages/block.db.test.ts",
    allowed: words(`vitest fast-check node:fs #duckdb`),
    forbidden: words(`@tuwai/domain/identity @tuwai/server/testing pg`),
  },
  {
    from: "server/src/claims/open-claim.ts",
    allowed: words(`@tuwai/domain/claims @tuwai/linkage @tuwai/linkage/indonesia #people ./claim.store.ts`),
    forbidden: words(`
      ../people/index.ts ../people/person.store.ts @tuwai/server/people
      @tuwai/domain/src/claims/open.ts @tuwai/linkage/src @tuwai/web @tuwai/web/shell
      @tuwai/cli @tuwai/city/runtime @tuwai/demo/files @tuwai/region-pack/compile react react-router hono hono/streaming @hono/node-server node:http kysely
      kysely/migration pg pg-copy-streams @tuwai/scripts/postgres
    `),
  },
  {
    from: "server/src/claims/claim.store.ts",
    allowed: words(`kysely pg @tuwai/domain/claims #database`),
    forbidden: words(`
      hono hono/http-exception @hono/node-server node:http @tuwai/web @tuwai/cli @tuwai/city/runtime
      @tuwai/server/people ../people/person.ts
    `),
  },
  {
    from: "server/src/database/migrate.ts",
    allowed: words(`pg kysely #keys`),
    forbidden: words(`hono @tuwai/cli @tuwai/scripts/postgres ../keys/keys.ts`),
  },
  {
    from: "server/src/claims/claims.api.ts",
    allowed: words(`hono ./open-claim.ts #http @tuwai/domain/claims`),
    forbidden: words(
      `./claim.store.ts kysely pg @tuwai/web @tuwai/cli @tuwai/city/runtime react ../people/index.ts`,
    ),
  },
  {
    from: "server/src/http/create-http.ts",
    allowed: words(`hono hono/compress @hono/node-server node:http`),
    forbidden: words(`kysely pg ./session.store.ts @tuwai/web react-router`),
  },
  {
    from: "server/src/claims/open-claim.db.test.ts",
    allowed: words(`vitest #testing kysely pg`),
    forbidden: words(`../people/index.ts @tuwai/web @tuwai/cli @tuwai/city/runtime @tuwai/server/people`),
  },
  {
    from: "region-pack/src/compile/build-rings.ts",
    allowed: words(
      `@tuwai/domain/regions @tuwai/server/app csv-parse/sync topojson-server node:fs ./build-source.ts`,
    ),
    forbidden: words(`@tuwai/server/regions @tuwai/city/runtime @tuwai/cli @tuwai/web kysely pg hono vitest`),
  },
  {
    from: "region-pack/src/compile/build-rings.test.ts",
    allowed: words(`vitest node:fs`),
    forbidden: words(`@tuwai/server/regions pg`),
  },
  {
    from: "demo/src/people/make-city.ts",
    allowed: words(`
      @tuwai/domain/time @tuwai/linkage/generator @tuwai/server/app csv-parse/sync hucre/xlsx node:fs
      ./person.ts #people
    `),
    forbidden: words(`
      @tuwai/city/runtime @tuwai/cli @tuwai/web @tuwai/web/pages @tuwai/server @tuwai/linkage
      @tuwai/server/src/app/app.ts kysely pg hono vitest ../city/demo-state.ts
    `),
  },
  {
    from: "demo/src/people/make-city.test.ts",
    allowed: words(`vitest @tuwai/server/imports`),
    forbidden: words(`kysely pg @tuwai/city/runtime`),
  },
  {
    from: "city/src/runtime/set-up.ts",
    allowed: words(
      `@tuwai/server/claims @tuwai/demo/city @tuwai/domain/time @tuwai/web/pages pino zod node:path ./open-server.ts #runtime`,
    ),
    forbidden: words(`
      @tuwai/server @tuwai/server/src/claims/open-claim.ts @tuwai/web @tuwai/web/claims @tuwai/cli pg kysely hono react
      @tuwai/demo/files @tuwai/scripts/postgres ../main.ts vitest
    `),
  },
  {
    from: "cli/src/claims.commands.ts",
    allowed: words(`
      @tuwai/city/runtime @tuwai/demo/city @tuwai/demo/files @tuwai/region-pack/compile @tuwai/server/claims @tuwai/domain/claims @tuwai/linkage @tuwai/scripts/postgres
      commander node:fs node:fs/promises ./run.ts
    `),
    forbidden: words(`
      @tuwai/web @tuwai/server @tuwai/server/src/claims/open-claim.ts
      @tuwai/domain/src/money/rupiah.ts pg kysely hono @duckdb/node-api react
      ../../server/src/claims/index.ts vitest
    `),
  },
  {
    from: "web/src/claims/claims.page.tsx",
    allowed: words(`
      @tuwai/server/claims @tuwai/domain/claims react react-router #ui #language/use-texts.ts
      ./claim-list.tsx ./claims.css ./+types/claims.page
    `),
    forbidden: words(`
      @tuwai/server @tuwai/server/src/claims/open-claim.ts @tuwai/domain/src/money/rupiah.ts
      @tuwai/linkage @tuwai/linkage/indonesia @tuwai/cli @tuwai/city/runtime @tuwai/demo/files @tuwai/scripts/postgres node:fs
      node:fs/promises pg kysely hono pino better-auth @duckdb/node-api ../ui/button.tsx
      #ui/button.tsx lodash react-dom/server
    `),
  },
  {
    from: "web/src/routes.ts",
    allowed: words(`@react-router/dev/routes ./shell/site.ts`),
    forbidden: words(`node:fs pg @tuwai/linkage @tuwai/cli`),
  },
  {
    from: "web/src/entry.server.tsx",
    allowed: words(`react-dom/server node:stream ./shell/nonce.ts`),
    forbidden: words(`node:fs pg hono @tuwai/linkage @tuwai/server/src/http/open-http.ts`),
  },
  {
    from: "web/src/claims/claims.page.test.ts",
    allowed: words(`vitest @tuwai/server/testing node:fs`),
    forbidden: words(`pg @tuwai/cli @tuwai/linkage ../ui/button.tsx`),
  },
];

/** Code, rather than an import, that a package may not hold. */
const deeds: readonly (readonly [file: string, code: string])[] = [
  ["domain/src/claims/a.ts", "export const now: unknown = new Date();"],
  ["domain/src/claims/b.ts", "export const now: unknown = Date.now();"],
  ["domain/src/claims/c.ts", "export const luck: unknown = Math.random();"],
  ["domain/src/claims/d.ts", "export const now: unknown = new globalThis.Date();"],
  ["domain/src/claims/e.test.ts", "export const now: unknown = new Date();"],
  ["domain/src/claims/f.ts", 'export const load = () => import("node:fs");'],
  ["domain/src/claims/g.ts", 'export * from "pg";'],
  ["domain/src/claims/h.ts", 'export { Client } from "pg";'],
  ["domain/src/claims/i.ts", 'import type { Client } from "pg";\nexport type C = Client;'],
  ["web/src/claims/j.tsx", 'export const load = () => import("pg");'],
  ["cli/src/k.ts", 'export const load = () => import("@tuwai/server/src/app/app.ts");'],
  ["server/src/claims/l.ts", 'export const load = () => import("hono");'],
  ["server/src/claims/m.ts", 'export * from "../people/index.ts";'],
  ["server/src/claims/n.ts", "export default 1;"],
  ["server/src/claims/o.ts", 'export const p = () => console.log("x");'],
  ["server/src/claims/claimHelper.ts", "export const q = 1;"],
];

const root = resolve(import.meta.dirname, "..");
const sandbox = mkdtempSync(join(tmpdir(), "boundaries-"));
const probes = walls.flatMap(({ from, allowed, forbidden }) => [
  ...allowed.map((name) => ({ from, name, verdict: "allowed" })),
  ...forbidden.map((name) => ({ from, name, verdict: "forbidden" })),
]);
let complaints: readonly Complaint[] = [];

beforeAll(() => {
  cpSync(join(root, ".oxlintrc.json"), join(sandbox, ".oxlintrc.json"));
  for (const { from, name } of probes)
    write(placeOf(from, name), `import { x } from "${name}";\nexport const probe: unknown = x;\n`);
  for (const [file, code] of deeds) write(file, `${code}\n`);
  complaints = listComplaints();
});
afterAll(() => rmSync(sandbox, { recursive: true }));

describe("imports", () => {
  test.each(probes)("$from importing $name is $verdict", ({ from, name, verdict }) => {
    const place = placeOf(from, name);
    const isForbidden = complaints.some(
      ({ file, code }) => file === place && code.includes("no-restricted-imports"),
    );
    expect(isForbidden ? "forbidden" : "allowed").toBe(verdict);
  });
});

describe("deeds", () => {
  test.each(deeds)("%s may not hold: %s", (file) => {
    expect(complaints.filter((complaint) => complaint.file === file)).not.toEqual([]);
  });
});

test("every door that packages open is named after one feature, so nothing deeper can be reached", () => {
  const packages = join(root, "packages");
  for (const name of readdirSync(packages)) {
    const { exports = {} } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")) as {
      exports?: Record<string, string | { default: string }>;
    };
    const opened = Object.entries(exports).filter(([key]) => key !== "./package.json");
    for (const [, target] of opened)
      expect(typeof target === "string" ? target : target.default).toMatch(
        /^\.\/(src\/([a-z*-]+\/)?index\.(js|ts)|pages\.ts)$/,
      );
  }
});

test("domain is compiled without the types of Node and of the browser", () => {
  const config = JSON.parse(readFileSync(join(root, "packages/domain/tsconfig.json"), "utf8")) as {
    compilerOptions?: { types?: unknown; lib?: unknown };
  };
  const base = JSON.parse(readFileSync(join(root, "tsconfig.base.json"), "utf8")) as {
    compilerOptions: { types: string[]; lib: string[] };
  };
  const { types, lib } = { ...base.compilerOptions, ...config.compilerOptions };
  expect({ types, lib }).toEqual({ types: [], lib: [expect.stringMatching(/^es\d+$/)] });
});

/** Each probe is a file of its own in a folder beside `from`, since its suffix and folder decide which walls hold. */
function placeOf(from: string, imported: string): string {
  const number = probes.findIndex((probe) => probe.from === from && probe.name === imported);
  const base = from.slice(from.lastIndexOf("/") + 1);
  // Files whose exact path has rules of their own stay where they are, in a tree of their own.
  return isSingular(from) ? `../${number}/packages/${from}` : `${dirname(from)}/p${number}-${base}`;
}

function isSingular(from: string): boolean {
  return /^web\/src\/[^/]+$/.test(from);
}

function write(file: string, text: string): void {
  const path = join(sandbox, "packages", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  if (file.startsWith("../"))
    cpSync(join(root, ".oxlintrc.json"), join(sandbox, file.split("/")[1]!, ".oxlintrc.json"));
}

function listComplaints(): readonly Complaint[] {
  const folders = [
    ".",
    ...new Set(
      probes
        .filter(({ from }) => isSingular(from))
        .map(({ from, name }) => placeOf(from, name).split("/")[1]!),
    ),
  ];
  return folders.flatMap((folder) => {
    const run = spawnSync(join(root, "node_modules/.bin/oxlint"), ["--format=json", "packages"], {
      cwd: join(sandbox, folder),
      encoding: "utf8",
      maxBuffer: 50_000_000,
    });
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { filename: string; code: string }[] };
    return diagnostics.map(({ filename, code }) => ({
      file: folder === "." ? filename.replace("packages/", "") : `../${folder}/${filename}`,
      code,
    }));
  });
}

/** The names in a text, which may run over lines. */
function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
