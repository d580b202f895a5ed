import { array, assert, boolean, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { type BoardPart, boardStateOf, boardStates, boardSums } from "./board-sums.ts";

const village = (state: BoardPart["state"], need: number, promised: number, isShort = false): BoardPart => ({
  state,
  need,
  promised,
  isShort,
});

test("who looked or types is still missing, and missing adds its need to the gap and nothing to the promises", () => {
  expect((["unopened", "opened", "typing"] as const).map(boardStateOf)).toEqual(Array(3).fill("missing"));
  const sums = boardSums([village("declared", 100, 100), village("missing", 60, 0)]);
  expect(sums).toMatchObject({ standing: 1, promised: 100, gap: 60, rupiah: { missing: 60 } });
});

test("what awaits the village's word counts and is told apart; what it objects to does not count", () => {
  const sums = boardSums([
    village("declared", 100, 80, true),
    village("awaiting", 50, 50),
    village("objected", 40, 40),
    village("draft", 30, 30),
  ]);
  expect(sums).toMatchObject({
    standing: 2,
    promised: 130,
    counts: { declared: 1, awaiting: 1, objected: 1, draft: 1, missing: 0 },
    rupiah: { declared: 80, awaiting: 50, objected: 40, draft: 30 },
    less: { villages: 1, rupiah: 20, short: 1 },
    gap: 90,
  });
});

test("need is what is promised and the gap, less what goes beyond; states add up to all villages", () => {
  const amount = integer({ min: 0, max: 1_000_000_000 });
  const any = record({
    state: constantFrom(...boardStates),
    need: amount,
    promised: amount,
    isShort: boolean(),
  });
  assert(
    property(array(any), (villages) => {
      const { need, promised, gap, beyond, met, counts, rupiah } = boardSums(villages);
      expect(promised + gap - beyond).toBe(need);
      expect(met.declared + met.awaiting + gap).toBe(need);
      expect(rupiah.declared + rupiah.awaiting).toBe(promised);
      expect(boardStates.reduce((all, state) => all + counts[state], 0)).toBe(villages.length);
    }),
  );
});
