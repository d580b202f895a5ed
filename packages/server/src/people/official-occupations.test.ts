import { readFileSync } from "node:fs";
import { dukcapilOccupations, readOccupation, standingOf } from "@tuwai/domain/occupations";
import { expect, it } from "vitest";

it("the table of the population office agrees with the reference list, line by line", () => {
  const file = readFileSync(
    new URL("../../../../reference/occupations/dukcapil.csv", import.meta.url),
    "utf8",
  );
  const rows = file
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(
      (line) => /^(\d+),"?(.+?)"?,([^,]+),([01])$/.exec(line)!.slice(1) as [string, string, string, string],
    );
  expect(rows).toHaveLength(99);
  expect(dukcapilOccupations.map(([code, label]) => [`${code}`, label])).toEqual(
    rows.map(([code, label]) => [code, label]),
  );
  for (const [at, [, label, segment, isVulnerable]] of rows.entries()) {
    const { group } = readOccupation(label);
    expect([label, group]).toEqual([label, dukcapilOccupations[at]![2]]);
    expect([label, segment === "none"]).toEqual([label, standingOf(group) === "none"]);
    expect([label, segment.startsWith("Taspen")]).toEqual([label, standingOf(group) === "state"]);
    expect([label, segment === "PU"]).toEqual([
      label,
      standingOf(group) === "employed" && label !== "Karyawan BUMD",
    ]);
    if (isVulnerable === "1") expect([label, standingOf(group)]).toEqual([label, "works"]);
  }
});
