import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rupiah } from "#money";
import {
  batchStates,
  carryOf,
  compareLine,
  contentOf,
  endingFits,
  endings,
  type LineFacts,
  lineText,
  type MandateDue,
  nextState,
  occupiesMandates,
  openEndsOf,
  planLines,
  readResult,
  type ResultRow,
  sizeOf,
  groupedFingerprint,
  stampOf,
  sumLines,
  totalsOf,
} from "./index.ts";

const month = rupiah(8400);
const money = fc.integer({ min: 0, max: 50 }).map((n) => rupiah(n * 4200));
const due = (mandateId: string, own: number = 8400, carried = 0, cap = 20_000): MandateDue => ({
  mandateId,
  own: rupiah(own),
  carried: rupiah(carried),
  cap: rupiah(cap),
});
const plan = (
  mandates: readonly MandateDue[],
  before: readonly (readonly [string, number])[] = [],
  more = {},
) =>
  planLines({
    mandates,
    before: new Map(before.map(([id, amount]) => [id, rupiah(amount)])),
    occupied: new Set(),
    isSupplement: false,
    ...more,
  });

describe("a batch", () => {
  test("is locked only after somebody else looked, and is never taken up again once closed or cancelled", () => {
    expect(nextState("draft", "approve")).toBeNull();
    expect(nextState("proposed", "approve")).toBe("locked");
    expect(nextState("proposed", "refuse")).toBe("draft");
    expect(nextState("locked", "unlock")).toBe("draft");
    expect(nextState("locked", "cancel")).toBeNull();
    const acts = ["prepare", "propose", "refuse", "approve", "unlock", "cancel", "close"] as const;
    for (const end of ["closed", "cancelled"] as const)
      expect(acts.map((act) => nextState(end, act))).toEqual(acts.map(() => null));
  });

  test("keeps its mandates while it is a draft, and lets go of them when it is cancelled", () => {
    expect(batchStates.filter(occupiesMandates)).toEqual(["draft", "proposed", "locked", "closed"]);
  });
});

describe("the lines of a batch", () => {
  test("say who is new, who stopped and whose amount changed against the last accepted batch", () => {
    const { lines } = plan(
      [due("a"), due("b", 16_800), due("c")],
      [
        ["b", 8400],
        ["c", 8400],
        ["d", 8400],
      ],
    );
    expect(lines.map(({ mandateId, amount, change }) => [mandateId, amount, change])).toEqual([
      ["a", 8400, "new"],
      ["b", 16_800, "changed"],
      ["c", 8400, "same"],
      ["d", 0, "stopped"],
    ]);
    expect(sumLines(lines)).toEqual({
      mandates: 3,
      amount: 33_600,
      mandatesBefore: 3,
      amountBefore: 25_200,
      changes: { new: 1, stopped: 1, changed: 1, same: 1 },
    });
  });

  test("leave out what another batch of the month has, and a month that costs more than its cap", () => {
    const { lines, leftOut } = plan([due("a"), due("b", 16_800, 0, 10_000), due("c")], [["b", 8400]], {
      occupied: new Set(["c"]),
    });
    expect(lines.map(({ mandateId, change }) => [mandateId, change])).toEqual([
      ["a", "new"],
      ["b", "stopped"],
    ]);
    expect(leftOut.map(({ mandateId, reason }) => [mandateId, reason])).toEqual([
      ["b", "over-cap"],
      ["c", "occupied"],
    ]);
  });

  test("take what was carried only where it fits under the cap, and never less than nothing", () => {
    const { lines, carryWaits } = plan([
      due("a", 8400, 8400),
      due("b", 8400, 16_800),
      due("c", 8400, -16_800),
    ]);
    expect(lines.map(({ amount }) => amount)).toEqual([16_800, 8400, 8400]);
    expect(carryWaits).toEqual(["b", "c"]);
    expect(plan([due("a", 8400, -8400)], [["a", 8400]]).lines).toMatchObject([
      { amount: 0, change: "changed" },
    ]);
  });

  test("of a second batch in a month tell nobody as stopped: the first one did", () => {
    const more = { isSupplement: true };
    expect(plan([due("b")], [["a", 8400]], more).lines.map(({ mandateId }) => mandateId)).toEqual(["b"]);
  });

  test("account for every mandate once, whatever order they come in, and never exceed a cap", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(ids, ids, fc.array(money, { minLength: 24, maxLength: 24 }), (now, earlier, amounts) => {
        const mandates = now.map((id, at) =>
          due(id, Math.max(4200, amounts[at]!), amounts[at + 12]! - 100_000, 60_000),
        );
        const before = earlier.map((id) => [id, 8400] as const);
        const one = plan(mandates, before);
        expect(plan(mandates.toReversed(), before.toReversed())).toEqual(one);
        const told = [...one.lines, ...one.leftOut].map(({ mandateId }) => mandateId);
        expect(new Set(told)).toEqual(new Set([...now, ...earlier]));
        expect(one.lines.every(({ amount }) => amount >= 0 && amount <= 60_000)).toBe(true);
        const sums = sumLines(one.lines);
        const moved = one.lines.reduce((sum, { amount, before: was }) => sum + amount - was, 0);
        expect(sums.amountBefore + moved).toBe(sums.amount);
      }),
    );
  });
});

describe("the content that is approved", () => {
  const lines = plan([due("a"), due("b")]).lines;
  const batch = { code: "GJ-1", office: "Dinas", month: "2026-12", version: 1, lines };

  test("is the same whatever order its lines came in, and another when anything of it is", () => {
    expect(contentOf({ ...batch, lines: lines.toReversed() })).toBe(contentOf(batch));
    const others = [
      { ...batch, version: 2 },
      { ...batch, office: "Dinas2" },
      { ...batch, lines: lines.slice(1) },
      { ...batch, lines: lines.map((line, at) => (at === 0 ? { ...line, amount: rupiah(8401) } : line)) },
    ];
    expect(new Set([batch, ...others].map(contentOf)).size).toBe(5);
  });
});

const stamp = { code: "GJ-7T4M-2Q", version: 2, fingerprint: "7f3a91c2aaaa" };
const promised = new Map([
  ["IK-A", month],
  ["IK-B", month],
  ["IK-C", rupiah(0)],
]);
const told = (
  mandateCode: string,
  deducted: string,
  reason = "",
  more: Partial<ResultRow> = {},
): ResultRow => ({
  row: 2,
  stamp: stampOf(stamp),
  mandateCode,
  deducted,
  reason,
  ...more,
});
const read = (rows: readonly ResultRow[], count = 1, sum = 8400) =>
  readResult({ rows, stamp, promised, expected: { count, sum: rupiah(sum) } });

describe("a result of payroll", () => {
  test("says of each mandate whether it was deducted, why not, how much instead, or that the file is silent", () => {
    expect(read([told("IK-A", "8.400"), told("ik-b", "", "saldo kurang")])).toMatchObject({
      outcome: "read",
      count: 1,
      sum: 8400,
      deductions: [
        { mandateCode: "IK-A", amount: 8400, outcome: "deducted", reason: null },
        { mandateCode: "IK-B", amount: 0, outcome: "not-deducted", reason: "balance", words: "saldo kurang" },
        { mandateCode: "IK-C", amount: 0, outcome: "not-deducted", times: 0 },
      ],
    });
    expect(read([told("IK-A", "8400"), told("IK-A", "8400")], 1, 16_800)).toMatchObject({
      deductions: [{ amount: 16_800, times: 2, outcome: "differs" }, { outcome: "not-in-file" }, {}],
    });
  });

  test("of an older version, of another batch or of other content is refused by name", () => {
    const stamps = {
      "old-version": { ...stamp, version: 1 },
      "other-batch": { ...stamp, code: "GJ-2222-22" },
      "other-content": { ...stamp, fingerprint: "00000000" },
    };
    for (const [problem, other] of Object.entries(stamps))
      expect(read([told("IK-A", "8400", "", { stamp: stampOf(other) })])).toMatchObject({
        outcome: "refused",
        problems: [{ problem }],
      });
    expect(read([told("IK-A", "8400", "", { stamp: "" })])).toMatchObject({
      problems: [{ problem: "no-stamp" }],
    });
    expect(read([])).toMatchObject({ problems: [{ problem: "empty" }] });
  });

  test("with a row that nobody can place, an amount that is none, or no answer is refused whole with its first rows", () => {
    const rows = [told("IK-X", "8400"), told("IK-A", "delapan"), told("IK-B", "")];
    expect(read(rows.map((row, at) => ({ ...row, row: at + 2 })))).toEqual({
      outcome: "refused",
      problems: [
        { problem: "unknown-mandate", rows: [2], count: 1 },
        { problem: "unreadable-amount", rows: [3], count: 1 },
        { problem: "no-answer", rows: [4], count: 1 },
      ],
    });
  });

  test("that does not come to what was typed before is refused with both numbers", () => {
    expect(read([told("IK-A", "8400"), told("IK-B", "0", "cuti")], 2, 16_800)).toEqual({
      outcome: "refused",
      problems: [
        { problem: "count-differs", expected: 2, found: 1 },
        { problem: "sum-differs", expected: 16_800, found: 8400 },
      ],
    });
  });

  test("comes to the same whatever order its rows are in", () => {
    const answers = fc.array(fc.tuple(fc.constantFrom("IK-A", "IK-B", "IK-C"), money), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(answers, (given) => {
        const rows = given.map(([code, amount]) => told(code, String(amount)));
        const sum = given.reduce((total, [, amount]) => total + amount, 0);
        const count = new Set(given.filter(([, amount]) => amount > 0).map(([code]) => code)).size;
        const one = read(rows, count, sum);
        expect(one).toMatchObject({ outcome: "read", count, sum });
        expect(read(rows.toReversed(), count, sum)).toEqual(one);
      }),
    );
  });
});

const facts = (of: Partial<Record<"promised" | "carried" | "deducted" | "paid", number | null>>): LineFacts =>
  ({ mandateId: "a", promised: 8400, carried: 0, deducted: 8400, paid: 8400, ...of }) as LineFacts;
const anyLine: fc.Arbitrary<LineFacts> = fc.record({
  mandateId: fc.string(),
  promised: money,
  carried: fc.integer({ min: -2, max: 2 }).map((n) => rupiah(n * 4200)),
  deducted: fc.option(money),
  paid: fc.option(money),
});

const fitting = (line: LineFacts) => endings.filter((ending) => endingFits(ending, compareLine(line)));

describe("promised, deducted, received", () => {
  test.each([
    [facts({}), "agrees", 0],
    [facts({ deducted: null }), "waiting-payroll", 0],
    [facts({ paid: null }), "waiting-bpjs", 0],
    [facts({ deducted: 0, paid: 0 }), "not-deducted", 8400],
    [facts({ deducted: 4200, paid: 0 }), "deducted-less", 4200],
    [facts({ deducted: 16_800 }), "deducted-more", 8400],
    [facts({ paid: 0 }), "not-paid", 8400],
    [facts({ paid: 4200 }), "paid-less", 4200],
    [facts({ paid: 16_800 }), "paid-more", 8400],
    [facts({ promised: 16_800, carried: 8400, deducted: 16_800 }), "agrees", 0],
    [facts({ promised: 0, carried: -8400, deducted: 0 }), "agrees", 0],
  ])("%j is %s by %d", (line, state, size) => {
    expect([compareLine(line).state, sizeOf(compareLine(line))]).toEqual([state, size]);
  });

  test("what was promised is what was deducted and the differences, and what was deducted is what BPJS has and what is held", () => {
    const answered = fc.array(anyLine.filter(({ deducted, paid }) => deducted !== null && paid !== null));
    fc.assert(
      fc.property(answered, (lines) => {
        const totals = totalsOf(lines);
        const carried = lines.reduce((sum, line) => sum + line.carried, 0);
        expect(totals.promised).toBe(totals.deducted + totals.missing);
        expect(totals.deducted).toBe(totals.paid + totals.held + carried);
        expect(totalsOf(lines.toReversed())).toEqual(totals);
        expect(totals.agree + totals.different + totals.waiting).toBe(totals.lines);
      }),
    );
  });

  test("a difference ends as what it is: nothing is returned that nobody holds, and nothing is written off that somebody took", () => {
    expect(fitting(facts({ deducted: 0, paid: 0 }))).toEqual([
      "open",
      "carried",
      "wrong-data",
      "written-off",
    ]);
    expect(fitting(facts({ deducted: 16_800 }))).toEqual(["open", "carried", "returned", "wrong-data"]);
    expect(fitting(facts({ paid: 0 }))).toEqual(["open", "carried", "returned", "wrong-data"]);
    expect(fitting(facts({ paid: 16_800 }))).toEqual(["open", "wrong-data"]);
  });

  test("what is carried, taken in the next month as it was carried, ends the difference of both months together", () => {
    fc.assert(
      fc.property(money, money, (first, taken) => {
        const one = facts({ promised: first, deducted: taken, paid: null });
        const carried = carryOf(compareLine(one));
        const next = 8400 + carried;
        fc.pre(next >= 0);
        expect(taken + next).toBe(first + 8400);
        const after = facts({ promised: next, carried, deducted: next, paid: 8400 });
        expect(compareLine(after).state).toBe("agrees");
      }),
    );
  });

  test("a line seen is told from the same line changed, by anything of it", () => {
    const changed = [{}, { promised: 1 }, { carried: 1 }, { deducted: 1 }, { paid: 1 }, { paid: null }];
    expect(new Set(changed.map((of) => lineText(facts(of)))).size).toBe(changed.length);
  });

  test("nothing is closed while anything is open, and each open end is named", () => {
    const done = { hasResult: true, openDifferences: 0, proposedEndings: 0, transferShort: rupiah(0) };
    const totals = totalsOf([facts({})]);
    expect(openEndsOf({ ...done, totals })).toEqual([]);
    expect(openEndsOf({ ...done, totals, hasResult: false })).toEqual(["no-result"]);
    expect(
      openEndsOf({
        hasResult: true,
        totals: totalsOf([facts({ paid: null })]),
        openDifferences: 1,
        proposedEndings: 1,
        transferShort: rupiah(8400),
      }),
    ).toEqual(["bpjs-waiting", "differences-open", "endings-proposed", "transfer-open"]);
  });
});

test("a fingerprint in the trail is whole and holds no sixteen digits in a row", () => {
  const digits = fc.stringMatching(/^[0-9a-f]{64}$/);
  fc.assert(
    fc.property(fc.oneof(digits, fc.constant("1".repeat(64))), (fingerprint) => {
      const told = groupedFingerprint(fingerprint);
      expect(told.replaceAll("-", "")).toBe(fingerprint);
      expect(told).not.toMatch(/\d{16}/);
    }),
  );
});
