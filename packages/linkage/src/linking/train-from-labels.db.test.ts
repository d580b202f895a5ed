import { describe, expect, test } from "vitest";
import { untrainedPersonModel } from "#indonesia";
import { levelBits, checkModel } from "#model";
import { syntheticLists } from "#testing";
import { trainFromLabels, type PairLabel } from "./index.ts";

const { left, right } = syntheticLists(1500, 21);
const model = untrainedPersonModel({
  name: ["name"],
  nik: ["nik"],
  family_card: ["familyCard"],
  birth: ["birthDate"],
  sex: ["sex"],
  village: ["villageCode"],
  address: ["address"],
});
const lists = { left: { rows: left }, right: { rows: right }, threads: 1 };
const byPerson = new Map(left.map((person) => [person.who, person]));
const matches = right.flatMap((person): PairLabel[] => {
  const other = byPerson.get(person.who);
  return other ? [{ leftId: other.id, rightId: person.id, match: true }] : [];
});
const nonMatches = right.map((person, i): PairLabel => {
  const other = left[(i * 7) % left.length];
  return { leftId: other?.id ?? "", rightId: person.id, match: other?.who === person.who };
});

const refused = (labels: PairLabel[]) =>
  trainFromLabels(model, lists, labels).then(
    () => "accepted",
    (error: { code: string }) => error.code,
  );

describe("training from labelled pairs", () => {
  test("gives a complete model that says how many labels each level saw", async () => {
    const result = await trainFromLabels(model, lists, [
      ...matches,
      ...nonMatches.filter((label) => !label.match),
    ]);
    checkModel(JSON.parse(JSON.stringify(result.model)));
    expect(result.model.provenance?.labels?.matches).toBe(matches.length);
    const name = result.seen.filter((s) => s.comparison === "name");
    expect(name.reduce((sum, s) => sum + s.matches, 0)).toBe(matches.length);
    const share = (name.find((s) => s.level === "same")?.matches ?? 0) / matches.length;
    const same = result.model.comparisons[0]?.levels[0];
    expect(same?.m?.["otherwise"]).toBeCloseTo(share, 1);
    expect(levelBits(result.model.comparisons[0]!, 0, "otherwise")).toBeGreaterThan(5);
  });

  test("warns when labels are few and names the levels that saw hardly any", async () => {
    const { warnings } = await trainFromLabels(model, lists, matches.slice(0, 10));
    expect(warnings[0]).toContain("only 10 pairs");
    expect(warnings.some((warning) => warning.startsWith("nik / two-digits: 0 labelled matches"))).toBe(true);
  });

  test("weights labels by how many pairs each stands for", async () => {
    const doubled = matches.map((label, i) => ({ ...label, weight: i % 2 === 0 ? 3 : 1 }));
    const { seen } = await trainFromLabels(model, lists, doubled);
    const total = seen.filter((s) => s.comparison === "name").reduce((sum, s) => sum + s.matches, 0);
    expect(total).toBeCloseTo(
      doubled.reduce((sum, label) => sum + label.weight, 0),
      6,
    );
  });

  test("refuses labels for records that are not there and pairs labelled both ways", async () => {
    const [first] = matches as [PairLabel];
    expect(await refused([{ ...first, leftId: "nobody" }])).toBe("labels-invalid");
    expect(await refused([first, { ...first, match: false }])).toBe("labels-invalid");
  });
});
