import { expect, test } from "vitest";
import { type EvidenceKind, reasonsAgainstEvidence } from "./evidence.ts";

const against = (more: object) =>
  reasonsAgainstEvidence(
    { kind: "photo", shows: "menjual ikan", reference: "Map 3", seenOn: "2026-11-20", ...more },
    "2026-11-21",
  );

test("evidence says which work, where it is kept and when it was seen", () => {
  expect(against({})).toEqual([]);
  expect(against({ shows: " ", reference: "", seenOn: "kemarin" })).toEqual([
    "without-work",
    "without-reference",
    "without-day",
  ]);
  expect(against({ seenOn: "2026-11-22", kind: "" as EvidenceKind })).toEqual([
    "without-kind",
    "in-the-future",
  ]);
});

test("whoever saw the work keeps nothing anywhere", () => {
  expect(against({ kind: "seen-at-work", reference: "" })).toEqual([]);
});
