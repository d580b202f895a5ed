import * as fc from "fast-check";
import {
  addDays,
  addMonths,
  civilDate,
  daysBetween,
  firstDay,
  lastDay,
  listMonths,
  month,
  monthIndex,
  monthOf,
  shiftMonth,
  type CivilDate,
  type Month,
} from "#time";
import { payByDay } from "#contributions";
import { describe, expect, test } from "vitest";
import { effectiveOn, type CoverEvent, type CoverInput } from "./cover-event.ts";
import { monthStateOf, stateOnDay, type CoverState } from "./cover-state.ts";
import { explainCover, type CoverExplanation } from "./explain-cover.ts";
import { foldCover } from "./fold-cover.ts";

const start = civilDate("2025-01-01");
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(start, days));
const earlyDay = fc.integer({ min: 0, max: 200 }).map((days) => addDays(start, days));
const anyMonth = fc.integer({ min: 0, max: 29 }).map((count) => shiftMonth(monthOf(start), count));
const anyPayer = fc.constantFrom("private", "apbn-apbd", "apbdes");
const recordedAt = fc.option(fc.constantFrom("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.500Z"), {
  nil: undefined,
});

const aPayment = fc.record({
  type: fc.constant("paid"),
  month: anyMonth,
  on: anyDay,
  payer: anyPayer,
  recordedAt,
});
const aReversal = fc.record({ type: fc.constant("reversed"), month: anyMonth, on: anyDay, recordedAt });
const anyEvent: fc.Arbitrary<CoverEvent> = fc.oneof(
  { weight: 8, arbitrary: aPayment },
  { weight: 1, arbitrary: aReversal },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("registered"), on: anyDay, payer: anyPayer, recordedAt }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom("accepted", "rejected"), on: anyDay, recordedAt }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("listed"),
      status: fc.constantFrom("active", "inactive"),
      asOf: anyDay,
      recordedAt,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom("accident", "moved", "formal-job"),
      on: anyDay,
      recordedAt,
    }),
  },
);

/** A life as it goes: someone is accepted, mostly pays near the month, sometimes late, sometimes not; and odd events. */
const aLife: fc.Arbitrary<CoverEvent[]> = fc
  .record({
    acceptances: fc.array(anyDay, { maxLength: 3 }),
    firstAcceptance: fc.oneof(
      { weight: 9, arbitrary: earlyDay },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    payments: fc.array(fc.option(fc.integer({ min: -40, max: 130 }), { freq: 4 }), {
      minLength: 30,
      maxLength: 30,
    }),
    odd: fc.array(anyEvent, { maxLength: 6 }),
    death: fc.oneof(
      {
        weight: 1,
        arbitrary: fc.record({ type: fc.constant("died"), on: anyDay, cause: fc.constant("natural") }),
      },
      { weight: 7, arbitrary: fc.constant(null) },
    ),
  })
  .map(({ firstAcceptance, acceptances, payments, odd, death }) => [
    ...[...(firstAcceptance === null ? [] : [firstAcceptance]), ...acceptances].flatMap(
      (on): CoverEvent[] => [
        { type: "registered", on },
        { type: "accepted", on },
      ],
    ),
    ...payments.flatMap((delay, index) =>
      delay === null ? [] : [payment(shiftMonth(monthOf(start), index), delay)],
    ),
    ...odd,
    ...(death === null ? [] : [death]),
  ]);

function payment(of: Month, delay: number): CoverEvent {
  return { type: "paid", month: of, on: addDays(firstDay(of), delay), payer: "private" };
}

function inputOf(events: readonly CoverEvent[], segment: CoverInput["segment"] = "bpu"): CoverInput {
  return { segment, person: { birthDate: civilDate("1973-02-01") }, events };
}

const graceStates: readonly CoverState[] = ["grace-1", "grace-2", "grace-3"];
const outside: readonly CoverState[] = [
  "not-registered",
  "waiting",
  "rejected",
  "waiting-first-payment",
  "ended",
];

/** How good a state is for the worker: covered, due, then grace while it lasts, then nothing. */
function rank(state: CoverState): number {
  if (state === "covered") return 5;
  if (state === "due") return 4;
  return graceStates.includes(state) ? 3 - graceStates.indexOf(state) : 0;
}

/** The same, where a membership that is only presumed counts for nothing. */
function certainRank({ state, spells }: CoverExplanation): number {
  const last = spells.at(-1);
  return last?.openedBy === "payment" && last.to === null ? 0 : rank(state);
}

describe("evidence", () => {
  test("gives the same answer in whatever order it comes in", () => {
    const shuffledLife = aLife.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffledLife, anyDay, ([events, shuffled], on) => {
        expect(explainCover(inputOf(shuffled), on)).toEqual(explainCover(inputOf(events), on));
      }),
    );
  });

  test("dated after the day asked about changes nothing", () => {
    fc.assert(
      fc.property(aLife, anyDay, (events, on) => {
        const known = events.filter((event) => effectiveOn(event) <= on);
        expect(explainCover(inputOf(events), on)).toEqual(explainCover(inputOf(known), on));
      }),
    );
  });

  test("of a payment that is reversed weighs nothing from the reversal on", () => {
    fc.assert(
      fc.property(aLife, anyMonth, anyDay, fc.integer({ min: 0, max: 60 }), (events, of, on, wait) => {
        const reversedOn = addDays(on, wait);
        const pair: CoverEvent[] = [
          { type: "paid", month: of, on, payer: "void" },
          { type: "reversed", month: of, on: reversedOn, payer: "void" },
        ];
        const without = foldCover(inputOf(events), reversedOn);
        const withPair = foldCover(inputOf([...events, ...pair]), reversedOn);
        // A reversal in the evidence that names no payer may take the void payment instead: leave those lives out.
        fc.pre(!events.some((event) => event.type === "reversed"));
        expect(withPair.spells).toEqual(without.spells);
        expect(stateOnDay(withPair, reversedOn)).toBe(stateOnDay(without, reversedOn));
        const restored = explainCover(inputOf([...events, ...pair]), reversedOn);
        const former = explainCover(inputOf(events), reversedOn);
        expect([restored.dates, restored.refunds, restored.alarms]).toEqual([
          former.dates,
          former.refunds,
          former.alarms,
        ]);
      }),
    );
  });
});

describe("a payment more", () => {
  test("never lowers the cover of someone accepted once", () => {
    const oneAcceptance = fc.record({
      acceptedOn: anyDay,
      payments: fc.array(aPayment, { maxLength: 25 }),
      reversals: fc.array(aReversal, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(oneAcceptance, aPayment, anyDay, ({ acceptedOn, payments, reversals }, more, on) => {
        const events: CoverEvent[] = [{ type: "accepted", on: acceptedOn }, ...payments, ...reversals];
        const before = certainRank(explainCover(inputOf(events), on));
        expect(certainRank(explainCover(inputOf([...events, more]), on))).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  test("made in its own month or the one before never lowers a cover, one that is presumed included", () => {
    const inTime = fc
      .tuple(anyMonth, fc.integer({ min: -27, max: 27 }))
      .map(([of, delay]) => payment(of, delay));
    const life = fc.tuple(anyDay, fc.array(inTime, { maxLength: 25 }), inTime, anyDay);
    fc.assert(
      fc.property(life, ([acceptedOn, payments, more, on]) => {
        const events: CoverEvent[] = [{ type: "accepted", on: acceptedOn }, ...payments];
        const before = rank(explainCover(inputOf(events), on).state);
        expect(rank(explainCover(inputOf([...events, more]), on).state)).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  test("however late never shortens a membership, for workers and officers", () => {
    const life = fc.tuple(anyDay, fc.array(aPayment, { maxLength: 25 }), aPayment, anyDay);
    const segments = fc.constantFrom<CoverInput["segment"]>("bpu", "pu-village");
    fc.assert(
      fc.property(life, segments, ([acceptedOn, payments, more, on], segment) => {
        const events: CoverEvent[] = [{ type: "accepted", on: acceptedOn }, ...payments];
        const before = foldCover(inputOf(events, segment), on).spells[0];
        const after = foldCover(inputOf([...events, more], segment), on).spells[0];
        if (before === undefined || after === undefined) return;
        expect(after.endMonth ?? Infinity).toBeGreaterThanOrEqual(before.endMonth ?? Infinity);
        expect(after.firstPaid ?? Infinity).toBeLessThanOrEqual(before.firstPaid ?? Infinity);
      }),
    );
  });

  test("taken out of the evidence, like an acceptance, improves nothing", () => {
    const life = fc.tuple(anyDay, fc.array(aPayment, { minLength: 1, maxLength: 25 }), fc.nat(), anyDay);
    fc.assert(
      fc.property(life, ([acceptedOn, payments, place, on]) => {
        const events: CoverEvent[] = [{ type: "accepted", on: acceptedOn }, ...payments];
        const fewer = events.toSpliced(place % events.length, 1);
        const before = certainRank(explainCover(inputOf(events), on));
        expect(certainRank(explainCover(inputOf(fewer), on))).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe("states of consecutive months", () => {
  const unpaid: readonly CoverState[] = ["waiting-first-payment", "listed"];
  // Money that came late for a month that was over opens a membership already in arrears.
  const presumed: readonly CoverState[] = ["due", ...graceStates];
  const mayFollow: Record<CoverState, readonly CoverState[]> = {
    "not-registered": ["not-registered", "waiting", "rejected", "covered", ...unpaid],
    waiting: ["waiting", "rejected", "covered", "ended", ...unpaid, ...presumed],
    rejected: ["rejected", "waiting", "covered", ...unpaid, ...presumed],
    "waiting-first-payment": ["waiting", "rejected", "covered", ...unpaid, ...presumed],
    listed: ["waiting", "rejected", "covered", "ended", ...unpaid, ...presumed],
    covered: ["covered", "due", "grace-1"],
    due: [],
    "grace-1": ["covered", "grace-2"],
    "grace-2": ["covered", "grace-3"],
    // A return in the very month of the end shows as that month's state.
    "grace-3": ["covered", "ended", "waiting", ...unpaid],
    ended: ["ended", "waiting", "covered", "rejected", ...unpaid, ...presumed],
    "village-owes": [],
    died: [],
  };

  test("move along the allowed steps only", () => {
    fc.assert(
      fc.property(aLife, anyDay, (events, on) => {
        const states = explainCover(inputOf(events), on).months.map(({ state }) => state);
        states
          .slice(1)
          .forEach((state, index) => expect(mayFollow[states[index] ?? "died"]).toContain(state));
      }),
      { numRuns: 500 },
    );
  });

  test("reach the end of a membership after exactly three months of grace", () => {
    fc.assert(
      fc.property(aLife, anyDay, (events, on) => {
        const { months, spells } = explainCover(inputOf(events), on);
        const stateIn = new Map(months.map((each) => [each.month, each.state]));
        for (const { to, from, openedBy } of spells) {
          if (
            openedBy !== "accepted" ||
            to === null ||
            to !== lastDay(monthOf(to)) ||
            events.some(({ type }) => type === "died")
          )
            continue;
          const lastMonths = [-2, -1, 0].map((back) => stateIn.get(shiftMonth(monthOf(to), back)));
          expect(lastMonths).toEqual(graceStates);
          const before = stateIn.get(shiftMonth(monthOf(to), -3));
          if (monthIndex(monthOf(to)) - 3 >= monthIndex(monthOf(from))) expect(before).toBe("covered");
        }
      }),
      { numRuns: 500 },
    );
  });

  test("are without gaps from the first evidence to the day asked about, or the death", () => {
    fc.assert(
      fc.property(aLife, anyDay, (events, on) => {
        const { months } = explainCover(inputOf(events), on);
        const first = months[0];
        if (first === undefined) return;
        const death = foldCover(inputOf(events), on).until;
        expect(months.map((each) => each.month)).toEqual(listMonths(first.month, monthOf(death)));
      }),
    );
  });
});

describe("dates", () => {
  test("full death benefit comes 3 calendar months, the scholarship 36, after the acceptance of the current spell", () => {
    fc.assert(
      fc.property(aLife, anyDay, (events, on) => {
        const { spells, dates } = explainCover(inputOf(events), on);
        const current = spells.at(-1);
        if (current === undefined || current.to !== null) return;
        if (dates.coveredFrom !== current.from || events.some(({ type }) => type === "died")) return;
        // Permenaker 1/2025 was promulgated on 24 February 2025.
        const months = on < "2025-02-24" ? 0 : 3;
        expect(dates.fullDeathBenefitFrom).toBe(addMonths(current.from, months));
        expect(dates.scholarshipFrom! >= addMonths(current.from, 36)).toBe(true);
      }),
    );
  });

  test("the end is the day after the last day of rescue, the first of a month, and at least three months away from a paid month", () => {
    fc.assert(
      fc.property(aLife, anyDay, (events, on) => {
        const { endsOn, lastRescueDay, paidUntil } = explainCover(inputOf(events), on).dates;
        if (endsOn === null || lastRescueDay === null) return;
        expect(daysBetween(lastRescueDay, endsOn)).toBe(1);
        expect(endsOn).toBe(firstDay(monthOf(endsOn)));
        if (paidUntil !== null) expect(addMonths(firstDay(monthOf(paidUntil)), 4) <= endsOn).toBe(true);
      }),
    );
  });

  test("paid in order and then nothing: the end is the first day of the fourth unpaid month", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 24 }), (acceptedOn, count) => {
        const months = listMonths(monthOf(acceptedOn), shiftMonth(monthOf(acceptedOn), count - 1));
        const events: CoverEvent[] = [
          { type: "accepted", on: acceptedOn },
          ...months.map((of): CoverEvent => ({ type: "paid", month: of, on: acceptedOn })),
        ];
        const end = firstDay(shiftMonth(monthOf(acceptedOn), count + 3));
        const stateOn = (on: CivilDate) => explainCover(inputOf(events), on).state;
        expect(explainCover(inputOf(events), acceptedOn).dates.endsOn).toBe(end);
        expect([stateOn(addDays(end, -1)), stateOn(end), stateOn(addDays(end, 400))]).toEqual([
          "grace-3",
          "ended",
          "ended",
        ]);
      }),
    );
  });

  test("a payment on the last day of rescue keeps the membership, one day later it does not", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (acceptedOn, count) => {
        const months = listMonths(monthOf(acceptedOn), shiftMonth(monthOf(acceptedOn), count - 1));
        const events: CoverEvent[] = [
          { type: "accepted", on: acceptedOn },
          ...months.map((of): CoverEvent => ({ type: "paid", month: of, on: acceptedOn })),
        ];
        const rescueDay = explainCover(inputOf(events), acceptedOn).dates.lastRescueDay ?? acceptedOn;
        const rescue = (on: CivilDate): CoverEvent => ({
          type: "paid",
          month: shiftMonth(monthOf(acceptedOn), count),
          on,
        });
        const stateAfter = (on: CivilDate) =>
          explainCover(inputOf([...events, rescue(on)]), addDays(rescueDay, 1)).state;
        expect(stateAfter(rescueDay)).toBe("grace-3");
        expect(stateAfter(addDays(rescueDay, 1))).toBe("ended");
      }),
    );
  });
});

describe("spells", () => {
  test("follow one another without overlap, never count more paid than membership months, and only the last may run", () => {
    fc.assert(
      fc.property(aLife, anyDay, (events, on) => {
        const { spells } = explainCover(inputOf(events), on);
        spells.forEach(({ from, to, membershipMonths, paidMonths }, index) => {
          expect(paidMonths).toBeLessThanOrEqual(membershipMonths);
          const next = spells[index + 1];
          if (next !== undefined) expect(to !== null && from <= to && to < next.from).toBe(true);
        });
      }),
    );
  });
});

describe("benefits", () => {
  test("follow the state: nothing outside membership, open in grace, 10 or 42 million and 70 million when covered", () => {
    fc.assert(
      fc.property(aLife, anyDay, (events, on) => {
        const input = inputOf(events.filter(({ type }) => type !== "died"));
        const { state, ifDeath, dates } = explainCover(input, on);
        const { natural, workAccident } = ifDeath;
        if (outside.includes(state)) expect([natural.amount, workAccident.amount]).toEqual([0, 0]);
        else if (graceStates.includes(state) || state === "listed") {
          expect([natural.amount, natural.certainty, workAccident.amount]).toEqual([null, "open", null]);
          expect([10_000_000, 42_000_000]).toContain(natural.ifSettled);
        } else {
          const isFull = dates.fullDeathBenefitFrom !== null && on >= dates.fullDeathBenefitFrom;
          expect([natural.amount, workAccident.amount]).toEqual([
            isFull ? 42_000_000 : 10_000_000,
            70_000_000,
          ]);
        }
      }),
    );
  });
});

describe("the short question agrees with the full explanation", () => {
  test("monthStateOf is the last month of the explanation at the end of that month", () => {
    fc.assert(
      fc.property(aLife, anyMonth, (events, of) => {
        const { months, state } = explainCover(inputOf(events), lastDay(of));
        const last = months.at(-1);
        const expected = last?.month === of ? last.state : state;
        expect(monthStateOf(inputOf(events), of)).toBe(expected);
      }),
    );
  });
});

describe("the clock agrees with a day-by-day calendar kept by hand", () => {
  test("for lives with one acceptance, payments at any time and no reversals", () => {
    const life = fc.tuple(anyDay, fc.array(aPayment, { maxLength: 30 }), anyDay);
    fc.assert(
      fc.property(life, ([acceptedOn, payments, on]) => {
        const events: CoverEvent[] = [{ type: "accepted", on: acceptedOn }, ...payments];
        const expected = calendarState(acceptedOn, payments, on);
        expect(explainCover(inputOf(events), on).state).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

type Kept = { month: Month; on: CivilDate };

/**
 * Walks every day from acceptance, writing down what is paid by then; strikes the member off when four months are open, and
 * writes a new page when money comes for a month after that.
 */
function calendarState(acceptedOn: CivilDate, payments: readonly Kept[], on: CivilDate): CoverState {
  if (on < acceptedOn) return "not-registered";
  let page: { firstMonth: Month; presumed: boolean } | undefined = {
    firstMonth: monthOf(acceptedOn),
    presumed: false,
  };
  let struckOff: CivilDate | undefined;
  let everPaid = false;
  for (let day = acceptedOn; day <= on; day = addDays(day, 1)) {
    const paidBefore = monthsPaidBy(payments, addDays(day, -1));
    const lastFour = [0, 1, 2, 3].map((back) => shiftMonth(monthOf(day), -back));
    const isOpen = (each: Month) => !paidBefore.has(each);
    const hasFour =
      page !== undefined && (page.presumed || lastFour.every((each) => each >= page!.firstMonth));
    if (page !== undefined && day.endsWith("-01") && day > acceptedOn && hasFour && lastFour.every(isOpen)) {
      const from = page.firstMonth;
      everPaid ||= [...paidBefore].some((each) => each >= from && each < monthOf(day));
      page = undefined;
      struckOff = day;
    }
    if (page === undefined) page = newPage(payments, { struckOff: struckOff!, day });
  }
  if (page === undefined) return everPaid ? "ended" : "waiting-first-payment";
  return stateOnPage(page.firstMonth, monthsPaidBy(payments, on), on);
}

function monthsPaidBy(payments: readonly Kept[], day: CivilDate): ReadonlySet<Month> {
  return new Set(payments.filter(({ on }) => on <= day).map(({ month: of }) => of));
}

function newPage(payments: readonly Kept[], { struckOff, day }: { struckOff: CivilDate; day: CivilDate }) {
  const first = new Map<Month, CivilDate>();
  for (const { month: of, on } of payments) if (on < (first.get(of) ?? "9999-12-31")) first.set(of, on);
  const opening = [...first]
    .filter(([of, on]) => on >= struckOff && on <= day && firstDay(of) <= day && of >= monthOf(struckOff))
    .map(([of]) => of)
    .toSorted()
    .at(-1);
  return opening === undefined ? undefined : { firstMonth: opening, presumed: true };
}

function stateOnPage(firstMonth: Month, paid: ReadonlySet<Month>, on: CivilDate): CoverState {
  const now = monthOf(on);
  const firstPaid = [...paid].filter((each) => each >= firstMonth).toSorted()[0];
  if (firstPaid === undefined || now < firstPaid) return "waiting-first-payment";
  let open = 0;
  while (!paid.has(shiftMonth(now, -open))) open += 1;
  if (open === 0) return "covered";
  if (open === 1 && on <= payByDay("bpu", now)!) return "due";
  return `grace-${Math.min(open, 3) as 1 | 2 | 3}`;
}

const member: readonly CoverState[] = ["covered", "due", "village-owes"];

test("a village officer never lapses while the setting says that the village owes", () => {
  fc.assert(
    fc.property(aLife, anyDay, (events, on) => {
      const { months } = explainCover(inputOf(events, "pu-village"), on);
      const states = months.map(({ state }) => state);
      const first = states.findIndex((state) => member.includes(state));
      if (first >= 0) expect(states.slice(first).every((state) => member.includes(state))).toBe(true);
    }),
  );
});

test("a month long after is read as fast as one nearby: the fold ends by itself", () => {
  const events: CoverEvent[] = [
    { type: "accepted", on: start },
    { type: "paid", month: month("2025-01"), on: start },
  ];
  expect(explainCover(inputOf(events), civilDate("2060-01-01")).months).toHaveLength(421);
});
