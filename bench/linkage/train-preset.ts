/**
 * Writes the m and u shipped with the Indonesian preset: trained without labels on several synthetic city pairs.
 * Usage: node bench/linkage/train-preset.ts FOLDER... (each with a.csv and b.csv of the generator)
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadList, openDatabase } from "../../packages/linkage/src/duckdb/index.ts";
import { untrainedPersonModel } from "../../packages/linkage/src/indonesia/index.ts";
import { scoreLists } from "../../packages/linkage/src/linking/index.ts";
import type { ByStratum, LinkageModel } from "../../packages/linkage/src/model/index.ts";
import { twoLists } from "../../packages/linkage/src/stages/index.ts";

const columns = {
  name: ["nama"],
  nik: ["nik"],
  family_card: ["kk"],
  birth: ["tgl_lahir"],
  sex: ["jk"],
  village: ["desa"],
  address: ["alamat"],
};
const out = fileURLToPath(
  new URL("../../packages/linkage/src/indonesia/person-prior.generated.ts", import.meta.url),
);

const models: LinkageModel[] = [];
for (const folder of process.argv.slice(2)) models.push(await trainOn(folder));
const comparisons = Object.fromEntries(
  (models[0]?.comparisons ?? []).map((comparison, c) => {
    const m = averages("m", c);
    const u = averages("u", c);
    return [
      comparison.name,
      Object.fromEntries(comparison.levels.map((level, i) => [level.id, { m: m[i], u: u[i] }])),
    ];
  }),
);
const text = `import type { ByStratum } from "#model";

type Prior = { matchRate: number; comparisons: Record<string, Record<string, { m: ByStratum; u: ByStratum }>> };

/** Chances of the Indonesian preset, averaged over ${models.length} synthetic city pairs. Written by bench/linkage/train-preset.ts. */
export const personPrior: Prior = ${JSON.stringify({ matchRate: 0.6, comparisons })};
`;
writeFileSync(out, text);
execFileSync("npx", ["oxfmt", out]);

async function trainOn(folder: string): Promise<LinkageModel> {
  const db = await openDatabase();
  const model = untrainedPersonModel(columns);
  await loadList(db, "left", { file: `${folder}/a.csv`, id: "rid" }, model.inputs);
  await loadList(db, "right", { file: `${folder}/b.csv`, id: "rid" }, model.inputs);
  const scored = await scoreLists(db, model, { sides: twoLists, seed: 1, thresholdBits: 20, trained: false });
  db.close();
  return scored.model;
}

/** Geometric mean over the models, since weights are logarithms, made to sum to one over the levels again. */
function averages(which: "m" | "u", comparison: number): ByStratum[] {
  const levels = models[0]?.comparisons[comparison]?.levels ?? [];
  const means = levels.map((level, i) =>
    Object.fromEntries(
      Object.keys(level[which] ?? {}).map((stratum) => [
        stratum,
        geometricMean(which, [comparison, i], stratum),
      ]),
    ),
  );
  return means.map((mean) =>
    Object.fromEntries(
      Object.entries(mean).map(([stratum, value]) => {
        const sum = means.reduce((total, other) => total + (other[stratum] ?? 0), 0);
        return [stratum, Number((value / sum).toPrecision(4))];
      }),
    ),
  );
}

function geometricMean(
  which: "m" | "u",
  [comparison, level]: readonly [number, number],
  stratum: string,
): number {
  const logs = models.map((model) =>
    Math.log(model.comparisons[comparison]?.levels[level]?.[which]?.[stratum] ?? 1e-7),
  );
  return Math.exp(logs.reduce((a, b) => a + b, 0) / logs.length);
}
