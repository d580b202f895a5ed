import { describe, expect, test } from "vitest";
import { personModel } from "#indonesia";
import { diffInWords, diffModels, type LinkageModel } from "./index.ts";

const model = personModel();
const changed = (edit: (copy: LinkageModel) => void): LinkageModel => {
  const copy = structuredClone(model);
  edit(copy);
  return copy;
};

describe("the difference of two models", () => {
  test("is nothing between a model and itself", () => {
    expect(diffModels(model, structuredClone(model))).toEqual([]);
    expect(diffInWords([])).toEqual(["no difference"]);
  });

  test("says which level moved by how many bits, and whether m or u moved it", () => {
    const other = changed((copy) => {
      const sex = copy.comparisons.find((c) => c.name === "sex")!;
      sex.levels[0]!.u = { otherwise: (sex.levels[0]!.u!["otherwise"] ?? 0) / 2 };
    });
    const changes = diffModels(model, other);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: "bits-moved", comparison: "sex", level: "same" });
    expect(changes[0]).toMatchObject({ moved: expect.closeTo(1, 9), byM: 0, byU: expect.closeTo(1, 9) });
    expect(diffInWords(changes)[0]).toMatch(/^sex \/ same: \+1\.00 bits \(.* -> .*; m \+0\.00, u \+1\.00\)$/);
  });

  test("names added and removed levels, rules and columns", () => {
    const other = changed((copy) => {
      copy.comparisons[0]!.levels.splice(1, 1);
      copy.blocking.pop();
      copy.inputs.push({ column: "phone", meaning: "phone", from: [] });
    });
    const kinds = diffModels(model, other).map((c) =>
      "what" in c ? `${c.what} ${c.name} ${c.kind}` : c.kind,
    );
    expect(kinds).toEqual([
      "input phone added",
      "level same-sound removed",
      "blocking-rule nik-stem-and-initial removed",
    ]);
  });

  test("turned round has the opposite signs", () => {
    const other = changed((copy) => {
      copy.lambda = (copy.lambda ?? 0) * 4;
    });
    const there = diffModels(model, other)[0] as { moved: number };
    const back = diffModels(other, model)[0] as { moved: number };
    expect(there.moved).toBeCloseTo(2, 3);
    expect(back.moved).toBeCloseTo(-there.moved, 12);
  });
});
