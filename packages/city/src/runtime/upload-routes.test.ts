import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { uploadRoutes } from "./upload-routes.ts";

const web = new URL("../../../web/src/", import.meta.url).pathname;

/** Whether a page takes a file: itself, or in a file beside it that it imports. */
function takesFiles(path: string): boolean {
  const source = readFileSync(path, "utf8");
  const beside = [...source.matchAll(/from "(\.\/[^"]+\.tsx?)"/g)].map(([, file]) =>
    join(dirname(path), file!),
  );
  return [source, ...beside.filter(existsSync).map((file) => readFileSync(file, "utf8"))].some((text) =>
    text.includes("receiveForm("),
  );
}

it("every page that takes a file may receive one: a workbook is no form that is read whole and looked at", () => {
  const lists = globSync("*routes*.ts", { cwd: web }).map((file) => readFileSync(join(web, file), "utf8"));
  const routes = lists.flatMap((list) => [...list.matchAll(/page\(\s*"([^"]+)",\s*"([^"]+)"/g)]);
  const taking = routes.filter(([, , file]) => takesFiles(join(web, file!))).map(([, path]) => `/${path}`);
  expect(uploadRoutes.map(({ path }) => path).toSorted()).toEqual(taking.toSorted());
});
