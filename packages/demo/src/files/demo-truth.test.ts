import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEMO_DAY, generateDemo } from "./index.ts";
import { checkFile } from "@tuwai/server/imports";

const referenceDir = join(import.meta.dirname, "../../../../reference");

test("the importer finds wrong with the lists of the demo city exactly what its makers say is wrong with it", async () => {
  const outDir = mkdtempSync(join(tmpdir(), "tuwai-truth-"));
  const { files } = await generateDemo({ referenceDir, regionCode: "13.77", seed: 1, scale: 0.25, outDir });
  // Every fifth is enough to find a kind of fault that one side does not know.
  const lists = files.filter(({ kind }) => kind === "village-list").filter((_, place) => place % 5 === 0);
  expect(lists.length).toBeGreaterThan(12);
  const truth = rowsOf(join(outDir, "kebenaran/baris.csv"));
  for (const { file, expected } of lists) {
    const outcomes: string[] = [];
    const outcome = await checkFile({
      path: join(outDir, "berkas", file),
      fileName: file,
      kind: "village-list",
      context: { today: DEMO_DAY, identityNumbers: "synthetic", region: "13.77" },
      remembered: [],
      chosen: null,
      onRow: async (row) => void outcomes.push(row.outcome),
    });
    expect(outcome.outcome, file).toBe("checked");
    expect(outcomes, file).toHaveLength(expected.read);
    const held = outcomes.flatMap((outcome, place) => (outcome === "quarantined" ? [place + 1] : []));
    const seen = truth.filter(
      (row) => row.file === file && ofTheRow.test(row.defects) && !row.defects.includes("repeat-exact"),
    );
    expect(
      held.filter((place) => !repeats(truth, file).has(place)),
      file,
    ).toEqual(seen.map((row) => row.row));
  }
  rmSync(outDir, { recursive: true });
}, 120_000);

/** What a row shows by itself. A foreign village needs the operator's own, one NIK under two names the whole file. */
const ofTheRow =
  /numeric|nik-length|nik-placeholder|impossible|name-missing|noted-dead|noted-moved|unidentified/;

type TruthRow = { readonly file: string; readonly row: number; readonly defects: string };

function repeats(truth: readonly TruthRow[], file: string): ReadonlySet<number> {
  const rows = truth.filter((row) => row.file === file && row.defects.includes("repeat-exact"));
  return new Set(rows.map(({ row }) => row));
}

function rowsOf(path: string): TruthRow[] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => {
    const [file = "", , row = "", , , defects = ""] = line.split(",");
    return { file, row: Number(row), defects };
  });
}
