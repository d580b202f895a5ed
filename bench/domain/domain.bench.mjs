// How fast the two folds that every page and job leans on run on one core: the price of a worker-month and the cover
// clock, in seconds of that core, whatever else the machine does. Run: node bench/domain/domain.bench.mjs [persons]
import { priceOf } from "@tuwai/domain/contributions";
import { explainCover } from "@tuwai/domain/cover";
import { monthStateOf, stateOnDay } from "../../packages/domain/src/cover/cover-state.ts";
import { foldCover } from "../../packages/domain/src/cover/fold-cover.ts";
import { addDays, civilDate, firstDay, listMonths, month, monthOf, shiftMonth } from "@tuwai/domain/time";

const personCount = Number(process.argv[2] ?? 100_000);
const on = civilDate("2026-11-21");
const random = seededRandom(20_261_121);
const persons = Array.from({ length: personCount }, somePerson);
const questions = Array.from({ length: 1_000 }, someQuestion);
const eventCount = persons.reduce((sum, { events }) => sum + events.length, 0);

const rows = [
  ["what", "per second", "for all, seconds", "events per second"],
  measure("price of a worker-month", 1_000_000, (turn) => priceOf(questions[turn % questions.length])),
  measure("fold and state on a day", personCount, (turn) => stateOnDay(foldCover(persons[turn], on), on)),
  measure("monthStateOf", personCount, (turn) =>
    monthStateOf(persons[turn], month("2026-10"), { knownOn: on }),
  ),
  measure("full explanation", personCount, (turn) => explainCover(persons[turn], on)),
];

const covered = persons.filter((person) => explainCover(person, on).countsAsCovered).length;
process.stdout.write(
  `Node ${process.version}, one core, ${personCount} persons with ${eventCount} events, ${covered} covered\n\n`,
);
for (const row of rows) {
  process.stdout.write(
    `${row[0].padEnd(26)}${row[1].padStart(12)}${row[2].padStart(18)}${row[3].padStart(20)}\n`,
  );
}

/** One warm-up round over a tenth, then the whole; the answer is kept so that nothing is optimised away. */
function measure(name, turns, act) {
  let kept;
  for (let turn = 0; turn < turns / 10; turn += 1) kept = act(turn);
  const start = process.cpuUsage();
  for (let turn = 0; turn < turns; turn += 1) kept = act(turn);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1_000_000;
  if (kept === undefined) throw new Error(`${name} gave nothing`);
  const events = turns === personCount ? Math.round(eventCount / seconds).toLocaleString("en") : "";
  return [name, Math.round(turns / seconds).toLocaleString("en"), seconds.toFixed(2), events];
}

/** Accepted some time in the last three years, paid month by month with delays and holes, listed now and then. */
function somePerson() {
  const acceptedOn = addDays(civilDate("2023-12-01"), Math.floor(random() * 1_000));
  const events = [
    { type: "registered", on: acceptedOn, payer: "private" },
    { type: "accepted", on: acceptedOn },
  ];
  const stopsPaying = random() < 0.3 ? Math.floor(random() * 20) : 99;
  listMonths(monthOf(acceptedOn), shiftMonth(monthOf(on), 0)).forEach((each, index) => {
    if (index >= stopsPaying || random() < 0.05) return;
    const paidOn = addDays(firstDay(each), Math.floor(random() * 25));
    events.push({
      type: "paid",
      month: each,
      on: paidOn,
      payer: "private",
      recordedAt: `${paidOn}T03:00:00Z`,
    });
    if (random() < 0.05) events.push({ type: "listed", status: "active", asOf: addDays(paidOn, 3) });
  });
  return { segment: "bpu", person: { birthDate: civilDate("1975-05-05") }, events };
}

function someQuestion() {
  return {
    segment: random() < 0.8 ? "bpu" : "pu-village",
    income: Math.floor(random() * 6_000_000),
    payer: ["private", "pooled-asn", "apbn-apbd", "apbdes"][Math.floor(random() * 4)],
    sector: random() < 0.2 ? "transport" : "other",
    month: shiftMonth(month("2025-01"), Math.floor(random() * 36)),
  };
}

/** The same numbers in every run: a linear congruence modulo 2^32, of which the upper bits are good enough here. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
