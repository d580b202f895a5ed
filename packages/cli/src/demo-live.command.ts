import type { PlayedMonth } from "@tuwai/demo/city";
import { type Command, InvalidArgumentError } from "commander";
import type { AddCommands } from "./command-feature.ts";
import { refuseWithoutCity } from "./data-folder.ts";
import { withApp } from "./with-app.ts";

/** `tuwai demo live`: the demo city lives on for some months by the use cases people use; 1 when a rupiah is missing in any of them. */
export function addLiveCommand(demo: Command, reply: Parameters<AddCommands>[1]): void {
  demo
    .command("live")
    .description("Memainkan kota contoh beberapa bulan lagi: pendaftaran, gaji, setoran, kejadian hidup")
    .option("--months <bilangan>", "berapa bulan", monthsOption, 1)
    .action(async ({ months: count }: { months: number }) => {
      refuseWithoutCity();
      const { isBalanced, playOn } = await import("@tuwai/demo/city");
      const { months, today } = await withApp(async (app) => {
        const played = await playOn(app, count, (line) => void process.stderr.write(`demo: ${line}\n`));
        return { months: played, today: app.clock.today() };
      });
      reply({
        document: { today, months },
        exitCode: months.every(isBalanced) ? 0 : 1,
        text: () => [table(months), ...months.slice(-1).map(payerTable)].join("\n\n"),
      });
    });
}

function monthsOption(text: string): number {
  const months = Number(text);
  if (!Number.isInteger(months) || months < 1 || months > 36)
    throw new InvalidArgumentError("antara 1 dan 36");
  return months;
}

const curveWidth = 30;

const insured = ({ covered, due }: PlayedMonth): number => covered + due;

/** The months below each other, with the curve of those covered. */
function table(months: readonly PlayedMonth[]): string {
  const most = Math.max(1, ...months.map(insured));
  const rows = months.map((month) => [
    month.month,
    "█".repeat(Math.round((insured(month) / most) * curveWidth)).padEnd(curveWidth),
    ...[
      insured(month),
      month.grace,
      month.ended,
      month.lapsesSuffered,
      month.lapsesPrevented,
      month.moneyIn,
      month.moneyOut,
      month.balance,
      month.ledger.entries,
    ].map((number) => number.toLocaleString("id-ID")),
    month.ledger.ok ? "utuh" : "RUSAK",
  ]);
  const heads = [
    "bulan",
    "",
    "terlindungi",
    "menunggak",
    "berakhir",
    "gugur",
    "selamat",
    "masuk Rp",
    "keluar Rp",
  ];
  return aligned([[...heads, "saldo Rp", "pembukuan", "buku"], ...rows]);
}

function payerTable({ payers }: PlayedMonth): string {
  const rows = payers.map(({ payer, ...money }) => [
    payerWords[payer] ?? payer,
    ...[money.moneyIn, money.moneyOut, money.balance].map((rupiah) => rupiah.toLocaleString("id-ID")),
  ]);
  return aligned([["sejak awal", "masuk Rp", "keluar Rp", "saldo Rp"], ...rows]);
}

const payerWords: Readonly<Record<string, string>> = {
  "civil-servants": "pegawai",
  village: "desa",
  city: "kota",
  firm: "perusahaan",
};

/** Columns of one width, the first flush left and numbers flush right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join("  "),
    )
    .join("\n");
}
