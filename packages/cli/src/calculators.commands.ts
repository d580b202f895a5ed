import {
  type BenefitExplanation,
  explainBenefit,
  explainHeirs,
  type Heirs,
  parseBenefitFacts,
  parseFamily,
} from "@tuwai/domain/benefits";
import type { Payer, Sector } from "@tuwai/domain/contributions";
import {
  explainGrant,
  explainNeed,
  type GrantExplanation,
  type NeedExplanation,
  parseNeedFacts,
} from "@tuwai/domain/grants";
import type { Month } from "@tuwai/domain/time";
import { type Command, InvalidArgumentError, Option } from "commander";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";
import { dateText, paragraphs, rupiahText, tableText, unconfirmedText } from "./indonesian.ts";
import { countOption, monthOption } from "./options.ts";
import { readJsonFile } from "./read-json-file.ts";

type GrantOptions = { months: number; from: Month; payer: Payer; sector: Sector };

const noRate = () =>
  new CommandError("no-rate", "Tidak ada aturan yang berlaku untuk seluruh waktu itu.", {});

/** `tuwai grant explain`: what so many paid months buy a new member. */
export const addGrantCommands: AddCommands = (program, reply) => {
  explainCommand(program, "grant", "Apa yang dibeli hibah iuran beberapa bulan untuk peserta baru")
    .requiredOption("--months <n>", "jumlah bulan yang dibayar", yearsOption)
    .requiredOption("--from <bulan>", "bulan pertama, YYYY-MM", monthOption)
    .addOption(
      new Option("--payer <pembayar>", "siapa yang membayar")
        .choices(["private", "pooled-asn", "apbn-apbd", "apbdes"])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--sector <sektor>", "bidang kerja").choices(["transport", "other"]).makeOptionMandatory(),
    )
    .action((options: GrantOptions) => {
      const document = explainGrant(options);
      if (document === undefined) throw noRate();
      reply({ document, text: () => grantText(document) });
    });
};

/** `tuwai need explain`: what a village needs in a year for its officers and workers. */
export const addNeedCommands: AddCommands = (program, reply) => {
  explainCommand(program, "need", "Kebutuhan iuran satu desa atau kelurahan dalam setahun")
    .requiredOption("--facts <berkas>", "berkas JSON, atau - untuk stdin")
    .action(async ({ facts }: { facts: string }) => {
      const document = explainNeed(factsOf(parseNeedFacts(await readJsonFile(facts))));
      if (document === undefined) throw noRate();
      reply({ document, text: () => needText(document) });
    });
};

/** `tuwai benefit explain`: the parts of a claim, its days and its papers. */
export const addBenefitCommands: AddCommands = (program, reply) => {
  explainCommand(program, "benefit", "Bagian-bagian santunan, tenggat dan berkasnya")
    .requiredOption("--facts <berkas>", "berkas JSON, atau - untuk stdin")
    .action(async ({ facts }: { facts: string }) => {
      const document = explainBenefit(factsOf(parseBenefitFacts(await readJsonFile(facts))));
      if (document === undefined) throw noRate();
      reply({ document, text: () => benefitText(document) });
    });
};

/** `tuwai heirs explain`: who inherits, by the order of the law. */
export const addHeirsCommands: AddCommands = (program, reply) => {
  explainCommand(program, "heirs", "Siapa ahli waris menurut urutan hukum")
    .requiredOption("--family <berkas>", "berkas JSON, atau - untuk stdin")
    .action(async ({ family }: { family: string }) => {
      const document = explainHeirs(factsOf(parseFamily(await readJsonFile(family))));
      reply({ document, text: () => heirsText(document) });
    });
};

function explainCommand(program: Command, word: string, summary: string): Command {
  return program.command(word).summary(summary).description(summary).command("explain").description(summary);
}

const longestGrant = 120;

function yearsOption(text: string): number {
  const months = countOption(text);
  if (months > longestGrant) throw new InvalidArgumentError(`Paling banyak ${longestGrant} bulan.`);
  return months;
}

type Parsed<Facts> =
  | { outcome: "parsed"; facts: Facts }
  | { outcome: "refused"; problems: readonly { path: string; expected: string }[] };

function factsOf<Facts>(parsed: Parsed<Facts>): Facts {
  if (parsed.outcome === "parsed") return parsed.facts;
  const { problems } = parsed;
  const places = problems.map(({ path, expected }) => `${path}: ${expected}`).join("; ");
  throw new CommandError("invalid-input", `Berkas tidak dapat dipakai. ${places}`, { problems });
}

function grantText({ months, fullCoverMonths, total, pricePerFullCoverMonth, settings }: GrantExplanation) {
  const price = pricePerFullCoverMonth === null ? "–" : rupiahText(pricePerFullCoverMonth);
  return paragraphs(
    tableText([
      ["Bulan dibayar", String(months)],
      ["Bulan dengan santunan kematian penuh", String(fullCoverMonths)],
      ["Jumlah iuran", rupiahText(total)],
      ["Harga satu bulan perlindungan penuh", price],
    ]),
    unconfirmedText(settings),
  );
}

function needText({ rows, monthly, yearly, inWords, fullCoverMonths }: NeedExplanation): string {
  return paragraphs(
    tableText([
      ["Kelompok", "Orang", "Sebulan", "Setahun"],
      ...rows.map((row) => [
        row.group,
        String(row.heads),
        row.applicable ? rupiahText(row.monthly) : "tidak ada di kelurahan",
        rupiahText(row.yearly),
      ]),
      ["Jumlah", "", rupiahText(monthly), rupiahText(yearly)],
    ]),
    inWords,
    `Bulan-orang dengan santunan kematian penuh: ${fullCoverMonths}`,
  );
}

function benefitText({
  parts,
  total,
  ifSettled,
  scholarship,
  deadlines,
  documents,
}: BenefitExplanation): string {
  const sum =
    total === null ? `belum pasti; ${rupiahText(ifSettled ?? 0)} bila tunggakan diakui` : rupiahText(total);
  return paragraphs(
    tableText([
      ...parts.map(({ part, amount }) => [part, rupiahText(amount)]),
      ["Jumlah", sum],
      ["Beasiswa anak", rupiahText(scholarship.total)],
    ]),
    tableText([
      ["Dilaporkan paling lambat", deadlines.reportBy === null ? "–" : dateText(deadlines.reportBy)],
      ["Diklaim paling lambat", dateText(deadlines.claimBy)],
      [`Dijawab dalam ${deadlines.answerWorkingDays} hari kerja`, dateText(deadlines.answerBy)],
    ]),
    tableText(documents.map(({ document, issuer }) => [document, issuer])),
    "Perkiraan menurut aturan, bukan janji.",
  );
}

function heirsText({ rank, heirs, funeralTo, lumpTo }: Heirs): string {
  if (rank !== null) return `Ahli waris urutan ke-${rank}: ${heirs.map(({ id }) => id).join(", ")}`;
  return `Tidak ada ahli waris. Biaya pemakaman kepada ${funeralTo?.join(", ") ?? "yang mengurus pemakaman"}; santunan kepada ${String(lumpTo)}.`;
}
