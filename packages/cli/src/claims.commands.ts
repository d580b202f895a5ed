import { documentsOf } from "@tuwai/domain/benefits";
import { lettersOf } from "@tuwai/domain/claim-letters";
import {
  type ClaimStage,
  claimStages,
  type ClaimStep,
  claimSteps,
  documentStates,
  lookReasons,
} from "@tuwai/domain/claims";
import { Argument, type Command, Option } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import { list, show } from "./claim-answers.ts";
import { markDocument, takeStep, writeLetter } from "./claim-acts.ts";
import type { AddCommands, Reply } from "./command-feature.ts";
import { disabilityOption, type StepOptions, transportOption } from "./claim-options.ts";
import { amountsOption, countOption, dateOption, reasonOption } from "./options.ts";

type ListOptions = { readonly stage?: ClaimStage; readonly village?: string; readonly kind?: string };
type DocumentOptions = { readonly state: string; readonly file?: string };

const claimArgument = () => new Argument("<klaim>", "kode klaim, KL-…");
const lookOption = (says: string) => new Option("--reason <alasan>", says).choices([...lookReasons]);

/** `tuwai claim list|show|step|document|letter`. */
export const addClaimCommands: AddCommands = (program, reply) => {
  const group = program
    .command("claim")
    .summary("Klaim keluarga sesudah kematian atau kecelakaan")
    .description("Klaim keluarga sesudah kematian atau kecelakaan");
  group
    .command("list")
    .description("Klaim pada satu tahap, yang paling lama diam di depan; tanpa nama")
    .addOption(new Option("--stage <tahap>", "tahap").choices([...claimStages]))
    .option("--village <kode>", "desa atau kelurahan")
    .option("--kind <jenis>", "natural-death, work-accident-death atau work-accident")
    .action(async (options: ListOptions, command: Command) =>
      reply(await readAs(command, (app, actor) => list(app, actor, options))),
    );
  group
    .command("show")
    .description("Satu klaim; nama dan catatan hanya dengan alasan, yang tercatat")
    .addArgument(claimArgument())
    .addOption(lookOption("buka nama dan catatan"))
    .action(async (code: string, options: { reason?: string }, command: Command) =>
      reply(await readAs(command, (app, actor) => show(app, actor, { code, ...options }))),
    );
  addStepCommand(group, reply);
  addPaperCommands(group, reply);
};

function addStepCommand(group: Command, reply: Reply): void {
  group
    .command("step")
    .description("Satu langkah klaim")
    .addArgument(claimArgument())
    .addArgument(
      new Argument("<langkah>", "langkah").choices(claimSteps.filter((step) => step !== "document")),
    )
    .option("--on <tanggal>", "tanggalnya, YYYY-MM-DD", dateOption)
    .option("--time <jam>", "jam BPJS diberi tahu, HH:MM")
    .option("--reason <alasan>", "alasan penolakan, selisih, atau kebutuhan")
    .option("--part <bagian>", "bagian santunan yang dijelaskan")
    .option("--amount <bagian=rupiah>", "yang diterima, sekali tiap bagian", amountsOption)
    .option("--payment <id>", "penerimaan yang ditarik kembali")
    .option("--note <catatan>", "catatan, disimpan tersegel", reasonOption)
    .option("--months-unable <n>", "bulan tidak mampu bekerja, menurut dokter", countOption)
    .option(
      "--disability <cacat>",
      "total, partial:PERSEN atau function:PERSEN, menurut dokter",
      disabilityOption,
    )
    .option("--transport <jalan=rupiah>", "kuitansi angkutan: land, sea, air", transportOption)
    .action(async (code: string, step: ClaimStep, options: StepOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => takeStep(app, actor, { code, step, ...options }))),
    );
}

function addPaperCommands(group: Command, reply: Reply): void {
  const documents = new Set(documentsOf("work-accident-death", true).map(({ code }) => code));
  group
    .command("document")
    .description("Di mana satu berkas klaim; boleh dengan gambarnya")
    .addArgument(claimArgument())
    .addArgument(new Argument("<berkas>", "berkas").choices([...documents]))
    .addOption(new Option("--state <keadaan>", "keadaan").choices([...documentStates]).makeOptionMandatory())
    .option("--file <gambar>", "gambar atau PDF-nya")
    .action(async (code: string, document: string, options: DocumentOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => markDocument(app, actor, { code, document, ...options }))),
    );
  group
    .command("letter")
    .description("Satu surat klaim sebagai PDF, atau .doc untuk disunting; menyebut nama, jadi tercatat")
    .addArgument(claimArgument())
    .addArgument(new Argument("<surat>", "surat").choices([...lettersOf("natural-death")]))
    .addOption(lookOption("untuk apa surat dibuat").makeOptionMandatory())
    .addOption(new Option("--paper <kertas>", "kertas").choices(["f4", "a4"]).default("f4"))
    .requiredOption("--out <berkas>", "berkas .pdf atau .doc yang dibuat; yang sudah ada tidak ditimpa")
    .action(
      async (
        code: string,
        letter: string,
        options: { readonly reason: string; readonly paper: string; readonly out: string },
        command: Command,
      ) =>
        reply(await writeAs(command, (app, actor) => writeLetter(app, actor, { code, letter, ...options }))),
    );
}
