import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const built = join(here, "build/server/index.js");

/** Global setup of the page tests: builds the pages when a source is newer than the build, so that no test meets an old page. */
export default function buildPages(): void {
  if (existsSync(built) && statSync(built).mtimeMs > newestSource()) return;
  // As they are served: the runner of tests says "test", which Vite takes for development.
  const env = { ...process.env, NODE_ENV: "production" };
  execFileSync("npm", ["run", "build"], { cwd: here, env, stdio: ["ignore", "ignore", "inherit"] });
}

function newestSource(): number {
  const folders = [join(here, "src"), join(here, "public")];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => !/\.test\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  const besides = readdirSync(here).filter((name) => /\.(ts|mjs|json)$/.test(name));
  return Math.max(
    ...[...files, ...besides.map((name) => join(here, name))].map((file) => statSync(file).mtimeMs),
  );
}
