import {
  defaultPriceSettings,
  priceOf,
  type Payer,
  type Price,
  type PricePart,
  type PriceSettings,
  type Programme,
  type Sector,
  type Segment,
} from "@tuwai/domain/contributions";
import { terbilang } from "@tuwai/domain/money";
import type { Month } from "@tuwai/domain/time";
import { InvalidArgumentError, Option } from "commander";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";
import {
  markText,
  monthText,
  paragraphs,
  programmeText,
  rupiahText,
  tableText,
  unconfirmedText,
} from "./indonesian.ts";
import { monthOption, rupiahOption, settingOption } from "./options.ts";

type PriceOptions = {
  segment: Segment;
  income: number;
  payer: Payer;
  sector: Sector;
  month: Month;
  programmes?: Programme[];
  set?: Partial<PriceSettings>;
};

const payers: Payer[] = ["private", "pooled-asn", "apbn-apbd", "apbdes"];

/** `tuwai price`: what one worker costs in one month, and by which law. */
export const addPriceCommands: AddCommands = (program, reply) => {
  program
    .command("price")
    .summary("Iuran satu pekerja dalam satu bulan, dengan dasar hukumnya")
    .description("Menghitung iuran BPJS Ketenagakerjaan satu pekerja untuk satu bulan")
    .addOption(
      new Option("--segment <segmen>", "golongan peserta")
        .choices(["bpu", "pu-village"])
        .makeOptionMandatory(),
    )
    .requiredOption("--income <rupiah>", "penghasilan sebulan, atau upah yang dilaporkan", rupiahOption)
    .addOption(new Option("--payer <pembayar>", "siapa yang membayar").choices(payers).makeOptionMandatory())
    .addOption(
      new Option("--sector <sektor>", "bidang kerja").choices(["transport", "other"]).makeOptionMandatory(),
    )
    .requiredOption("--month <bulan>", "bulan yang dilindungi, YYYY-MM", monthOption)
    .option("--programmes <program>", "jkk, jkm, jht dipisah koma; biasanya jkk,jkm", programmesOption)
    .option("--set <nama=nilai>", "anggapan atas hal yang terbuka", settingOption(defaultPriceSettings))
    .action(({ set = {}, ...question }: PriceOptions) => {
      const outcome = priceOf({ ...question, settings: set });
      if (outcome.outcome === "no-rate") {
        const { month, programmes } = outcome;
        throw new CommandError("no-rate", `Tidak ada tarif yang berlaku untuk ${monthText(month)}.`, {
          month,
          programmes,
        });
      }
      reply({ document: outcome.price, text: () => priceText(outcome.price) });
    });
};

function programmesOption(text: string): Programme[] {
  const words = text.split(",").map((word) => word.trim());
  const known = words.filter((word): word is Programme => word === "jkk" || word === "jkm" || word === "jht");
  if (known.length !== words.length) throw new InvalidArgumentError("Pilihan: jkk, jkm, jht.");
  return known;
}

function priceText({ month, parts, total, settings }: Price): string {
  const rows = parts.map((part) => [
    programmeText(part.programme),
    rupiahText(part.amount),
    basisText(part),
    part.sources.map(({ instrument, mark }) => `${instrument} (${markText(mark)})`).join(", "),
  ]);
  return paragraphs(
    `Iuran satu pekerja, ${monthText(month)}`,
    tableText([
      ["Program", "Iuran", "Dasar", "Sumber"],
      ...rows,
      ["Jumlah", rupiahText(total), `${terbilang(total)} rupiah`],
    ]),
    unconfirmedText(settings),
  );
}

const noReliefText = {
  segment: "",
  month: "",
  programme: "",
  "public-money": ", tanpa keringanan karena uang negara",
};

function basisText({ basis }: PricePart): string {
  const base = basis.baseRupiah === null ? "tetap" : `dasar ${rupiahText(basis.baseRupiah)}`;
  const share =
    basis.perTenThousand === null ? "" : ` × ${String(basis.perTenThousand / 100).replace(".", ",")} %`;
  const relief = basis.relief.applies
    ? `, keringanan dari ${rupiahText(basis.fullRupiah)}`
    : noReliefText[basis.relief.because];
  return `${base}${share}${relief}`;
}
