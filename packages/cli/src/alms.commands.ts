import {
  applyAlmsReceipts,
  getAlmsDesk,
  getAlmsReport,
  getAlmsRound,
  planAlmsRound,
  previewAlmsReceipts,
  type ReceiptList,
  type ShownCount,
  verifyAlms,
} from "@tuwai/server/alms";
import { type Actor, type App, AppError } from "@tuwai/server/app";
import type { Month } from "@tuwai/domain/time";
import type { Command } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { rupiahText, tableText } from "./indonesian.ts";
import { monthOption, rupiahOption } from "./options.ts";
import { withApp } from "./with-app.ts";
import { readContent } from "./read-json-file.ts";

type ReceiveOptions = { readonly campaign: string; readonly apply?: true };
type PlanOptions = {
  readonly campaign: string;
  readonly perChild: number;
  readonly on: string;
  readonly title: string;
};

/** `tuwai alms receive|plan|report|verify`. */
export const addAlmsCommands: AddCommands = (program, reply) => {
  const group = program
    .command("alms")
    .summary("Sedekah untuk anak yatim")
    .description("Sedekah untuk anak yatim");
  group
    .command("receive <berkas>")
    .description(
      "Memeriksa daftar sedekah masuk (CSV: tanggal, jumlah, cara, rujukan, kode, nama); --apply mencatatnya",
    )
    .requiredOption("--campaign <kode>", "kode kampanye")
    .option("--apply", "catat baris yang benar dan terbitkan kuitansinya")
    .action(async (file: string, options: ReceiveOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => receive(app, actor, { file, ...options }))),
    );
  group
    .command("plan")
    .description("Membuat draf putaran dan menunjukkan pratinjaunya")
    .requiredOption("--campaign <kode>", "kode kampanye")
    .requiredOption("--per-child <rupiah>", "untuk setiap anak", rupiahOption)
    .requiredOption("--on <hari>", "hari penyaluran, YYYY-MM-DD")
    .requiredOption("--title <nama>", "nama putaran")
    .action(async (options: PlanOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => plan(app, actor, options))),
    );
  group
    .command("report")
    .description("Laporan sebulan, angka yang sama dengan halaman umum")
    .requiredOption("--month <bulan>", "YYYY-MM", monthOption)
    .action(async ({ month }: { readonly month: Month }, command: Command) =>
      reply(await readAs(command, (app, actor) => report(app, actor, month))),
    );
  group
    .command("verify")
    .description("Memeriksa bahwa buku sedekah utuh")
    .action(async () => {
      const state = await withApp(verifyAlms);
      const fault = state.firstFault;
      reply({
        document: state,
        exitCode: state.ok ? 0 : 2,
        text: () =>
          fault === null
            ? `${state.entries} catatan sedekah utuh.`
            : `Catatan sedekah nomor ${fault.seq} tidak cocok.\nJangan ubah apa pun; simpan cadangan terakhir dan hubungi Inspektorat.`,
      });
    });
};

type Receive = ReceiveOptions & { readonly file: string };

async function receive(app: App, actor: Actor, { file, campaign, apply }: Receive): Promise<Answer> {
  const text = await readContent(file);
  const list = { campaignCode: campaign, text };
  if (apply !== true) {
    const found = await previewAlmsReceipts(app, actor, list);
    return { document: found, text: () => `${listText(found)}\nBelum ada yang dicatat; tambahkan --apply.` };
  }
  const done = await applyAlmsReceipts(app, actor, { operationId: app.newId(), ...list });
  return { document: done, exitCode: done.refused.length > 0 ? 3 : 0, text: () => listText(done) };
}

function listText({ read, accepted, rupiah, refused }: ReceiptList): string {
  const lines = [`${accepted} dari ${read} baris benar, jumlah ${rupiahText(rupiah)}.`];
  return [...lines, ...refused.map(({ line, reasons }) => `Baris ${line}: ${reasons.join(", ")}`)].join("\n");
}

async function plan(app: App, actor: Actor, options: PlanOptions): Promise<Answer> {
  const { campaign } = await getAlmsDesk(app, actor, { campaignCode: options.campaign });
  if (campaign === null || campaign.code !== options.campaign) throw new AppError("not-found");
  const answer = await planAlmsRound(app, actor, {
    operationId: app.newId(),
    campaignId: campaign.id,
    title: options.title,
    perChild: String(options.perChild),
    plannedOn: options.on,
  });
  if (answer.outcome === "refused")
    return { document: answer, exitCode: 2, text: () => `Tidak dibuat: ${answer.reasons.join(", ")}` };
  const { preview } = await getAlmsRound(app, actor, answer);
  const { children, heldBack, answer: distribution, fund } = preview!;
  const document = { ...answer, children: children.length, heldBack, fund, distribution };
  const text = () =>
    distribution.outcome === "planned"
      ? `Putaran ${answer.almsRoundCode}: ${children.length} anak, ${rupiahText(distribution.plan.total)}, tersisa ${rupiahText(distribution.plan.left)}.`
      : `Putaran ${answer.almsRoundCode} masih draf: ${distribution.reasons.join(", ")}.`;
  return { document, text };
}

const countText = (count: ShownCount): string => (count === "few" ? "kurang dari 5" : String(count));

async function report(app: App, actor: Actor, month: Month): Promise<Answer> {
  const found = await getAlmsReport(app, actor, { month });
  const { opening, received, distributed, costs, left } = found.total;
  return {
    document: found,
    text: () =>
      tableText([
        ["Sedekah", month],
        ["Ada sebelumnya", rupiahText(opening)],
        ["Masuk", rupiahText(received)],
        ["Disalurkan", rupiahText(distributed)],
        ["Anak", countText(found.children)],
        ["Biaya", rupiahText(costs)],
        ["Sisa", rupiahText(left)],
      ]),
  };
}
