// How long a forecast of a city takes on one core, and how its bands do against cities that are made up: waves of villages that
// send their list, people who stop and come back, a dip at Idulfitri. Run: node bench/planning/forecast.mjs [villages] [draws]
import { backTest, forecastCity } from "@tuwai/domain/forecast";
import { listMonths, month } from "@tuwai/domain/time";
import { madeUpCity } from "./made-up-city.mjs";

const villages = Number(process.argv[2] ?? 71);
const draws = Number(process.argv[3] ?? 1_000);
const until = month("2029-12");
const rows = [
  ["what", "seconds", "share in the 80 % band", "of those that moved", "city", "error/last/pace"],
];

for (const { name, ...kind } of [
  { name: "waves of lists", waves: true },
  { name: "steady joining", waves: false },
  { name: "hardly anything happens", waves: false, joins: 0.003 },
]) {
  const histories = madeUpCity({
    villages,
    months: listMonths(month("2025-07"), month("2026-10")),
    seed: name,
    ...kind,
  });
  const [test, tested] = timed(() => backTest(histories));
  const [city, taken] = timed(() => forecastCity(histories, { seed: "bench", draws, until }, test));
  const { forecast, sameAsLast, samePace } = test.errors.get("");
  rows.push([`${name}: forecast`, taken.toFixed(2), "", "", "", ""]);
  rows.push([
    `${name}: back-test`,
    tested.toFixed(2),
    hit(test.inBand),
    hit(test.inBandMoved),
    hit(test.inBandCity),
    [forecast, sameAsLast, samePace].map((error) => error.toFixed(1)).join("/"),
  ]);
  if (city.areas.size < villages) throw new Error("a village is missing");
}
process.stdout.write(
  `Node ${process.version}, one core, ${villages} villages × 38 months × ${draws} draws\n\n`,
);
for (const row of rows)
  process.stdout.write(
    `${row[0].padEnd(32)}${row
      .slice(1)
      .map((cell) => cell.padStart(24))
      .join("")}\n`,
  );

function timed(act) {
  const start = process.cpuUsage();
  const kept = act();
  const { user, system } = process.cpuUsage(start);
  return [kept, (user + system) / 1_000_000];
}

function percent(part) {
  return (100 * part).toFixed(0);
}

function hit(found) {
  if (found === null) return "nothing tried";
  const { share, low, high, of } = found;
  return `${percent(share)}% (${percent(low)}-${percent(high)}) of ${of}`;
}
