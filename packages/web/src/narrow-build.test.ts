import type { ServerBuild } from "react-router";
import { expect, test } from "vitest";
import { narrowBuilds } from "./narrow-build.ts";

const paths = {
  root: "",
  frame: undefined,
  home: undefined,
  missing: "*",
  board: "dasbor/:kecamatan?",
  ladder: "dasbor/tangga",
  workers: "pekerja/:kode",
  "home-en": "en",
  "missing-en": "en/*",
  "board-en": "en/dasbor/:kecamatan?",
};
const routes = Object.fromEntries(Object.entries(paths).map(([id, path]) => [id, { id, path, module: {} }]));
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const everywhere = ["root", "frame", "home", "missing", "home-en", "missing-en"];

let made = 0;
const handlerOf = narrowBuilds(build, (narrow) => {
  made += 1;
  expect(Object.keys(narrow.assets.routes)).toEqual(Object.keys(narrow.routes));
  return new Set(Object.keys(narrow.routes));
});

test.each([
  ["/dasbor", ["board", "ladder"]],
  ["/dasbor/tangga/", ["board", "ladder"]],
  ["//dasbor/tangga", ["board", "ladder"]],
  ["/Dasbor/x", ["board", "ladder"]],
  ["/d%61sbor", ["board", "ladder"]],
  ["/dasbor.data", ["board", "ladder"]],
  ["/en/dasbor/tangga", ["board-en"]],
  ["/en/dasbor.data", ["board-en"]],
  ["/pekerja/PK-1", ["workers"]],
  ["/", []],
  ["/_root.data", []],
  ["/en", []],
  ["/nowhere/at/all", []],
  ["/en/nowhere", []],
  ["/%E0%A4%A", []],
])(
  "%s is answered by the pages that begin with its word, and by those that any address may mean",
  (path, own) => {
    expect(handlerOf(path)).toEqual(new Set([...everywhere, ...own]));
  },
);

test("each word's pages are gathered once", () => {
  expect(made).toBe(4);
});
