import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Month, monthOf } from "@tuwai/domain/time";
import { actorOfEmail } from "@tuwai/server/accounts";
import { type Actor, type App, AppError } from "@tuwai/server/app";
import { decideEndorsement, getEndorsementSummary, proposeEndorsement } from "@tuwai/server/endorsements";
import { advanceImport, applyImport, approveImport, getImport, receiveImport } from "@tuwai/server/imports";
import { acceptProposals, listProposals, proposeMatches } from "@tuwai/server/matching";
import { drainWork } from "@tuwai/server/work";
import { composePacket, getPacket, sendPacket, type ShownLine } from "@tuwai/server/packets";
import { type CivilServant, signPledge } from "@tuwai/server/sponsors";
import type { DemoFile } from "./send-files.ts";

type Plan = {
  readonly folder: string;
  readonly villages: readonly DemoFile[];
  readonly servants: readonly CivilServant[];
  readonly tell: (line: string) => void;
};

/** Two villages in three have endorsed their list; one civil servant in two has pledged; four accepted workers in five are paid. */
const shares = { endorsed: 2 / 3, pledged: 1 / 2, rejected: 1 / 25, paid: 4 / 5 };

/** The programme as it stands on the demo day, made by the same decisions people take. */
export async function runProgramme(app: App, plan: Plan): Promise<void> {
  const month = monthOf(app.clock.today());
  plan.tell("desa mengesahkan daftarnya");
  for (const village of plan.villages.slice(0, Math.floor(plan.villages.length * shares.endorsed)))
    await endorse(app, village.villageCode!);
  plan.tell("pegawai berikrar dan dijodohkan");
  await pledge(app, plan.servants, month);
  const manager = await actorOfEmail(app, "mgr@demo.tuwai.id");
  await proposeMatches(app, manager, { operationId: app.newId() });
  await acceptAll(app, manager);
  plan.tell("paket pendaftaran, jawaban BPJS dan penerimaan iuran");
  await enrolAndPay(app, manager, { ...plan, month });
  await drainWork(app);
}

async function endorse(app: App, villageCode: string): Promise<void> {
  const operator = await actorOfEmail(app, `opr-${villageCode}@demo.tuwai.id`);
  const consentTextVersion = "demo";
  const proposed = await proposeEndorsement(app, operator, {
    operationId: app.newId(),
    villageCode,
    consentTextVersion,
  });
  if (proposed.outcome === "refused") return;
  const head = await actorOfEmail(app, `kds-${villageCode}@demo.tuwai.id`);
  const { endorsementId } = proposed;
  const { version } = await getEndorsementSummary(app, head, { endorsementId });
  await decideEndorsement(app, head, {
    operationId: app.newId(),
    endorsementId,
    version,
    verdict: "approve",
  });
}

async function pledge(app: App, servants: readonly CivilServant[], fromMonth: Month): Promise<void> {
  const every = Math.round(1 / shares.pledged);
  for (const servant of servants.filter((_, index) => index % every === 1)) {
    const sponsor: Actor = {
      userId: app.newId(),
      role: "SPN",
      regionCode: app.config.regionCode,
      scope: servant.id,
      steppedUpAt: new Date(),
    };
    await signPledge(app, sponsor, {
      operationId: app.newId(),
      capRupiah: 20_000,
      workerCount: 1,
      fromMonth,
      channel: "payroll",
      wishes: {},
      consentTextVersion: "demo",
    });
  }
}

async function acceptAll(app: App, manager: Actor): Promise<void> {
  const sponsorshipIds: string[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, pages } = await listProposals(app, manager, { page });
    sponsorshipIds.push(...rows.map((row) => row.id));
    if (page >= pages) break;
  }
  if (sponsorshipIds.length > 0)
    await acceptProposals(app, manager, { operationId: app.newId(), sponsorshipIds });
}

type Sending = Pick<Plan, "folder" | "tell"> & { readonly month: Month };

async function enrolAndPay(app: App, manager: Actor, { folder, month }: Sending): Promise<void> {
  const composed = await composePacket(app, manager, { operationId: app.newId(), month });
  if (composed.outcome === "refused") return;
  for (const { packetId, version, lines: confirmCount } of composed.packets)
    await sendPacket(app, manager, { operationId: app.newId(), packetId, version, confirmCount });
  const branch = await actorOfEmail(app, "bpj@demo.tuwai.id");
  const lines: ShownLine[] = [];
  for (const { packetId } of composed.packets) lines.push(...(await listLines(app, branch, packetId)));
  const answered = lines.map((line, index) => ({
    line,
    isAccepted: index % Math.round(1 / shares.rejected) !== 7,
    kpj: `26${String(index + 1).padStart(9, "0")}`,
  }));
  mkdirSync(join(folder, "berkas", "bpjs"), { recursive: true });
  const today = app.clock.today();
  await deliver(app, branch, folder, {
    name: `hasil-${month}.csv`,
    kind: "enrolment-result",
    rows: [
      "Kode Pekerja;Hasil;No KPJ;Alasan;Tanggal Efektif",
      ...answered.map(({ line, isAccepted, kpj }) =>
        [
          line.person.code,
          isAccepted ? "DITERIMA" : "DITOLAK",
          isAccepted ? kpj : "",
          isAccepted ? "" : "NIK belum padan",
          today,
        ].join(";"),
      ),
    ],
  });
  const paid = answered.filter(({ isAccepted }, index) => isAccepted && index % 5 < shares.paid * 5);
  await deliver(app, branch, folder, {
    name: `penerimaan-${month}.csv`,
    kind: "bpjs-receipts",
    rows: [
      "No KPJ;Bulan Iuran;Jumlah;Tanggal Bayar;Kode Iuran",
      ...paid.map(({ line, kpj }) => [kpj, month, line.amountRupiah, today, `DEMO${month}`].join(";")),
    ],
  });
}

async function listLines(app: App, actor: Actor, packetId: string): Promise<readonly ShownLine[]> {
  const lines: ShownLine[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, pages } = await getPacket(app, actor, { packetId, page });
    lines.push(...rows);
    if (page >= pages) return lines;
  }
}

type Delivery = {
  readonly name: string;
  readonly kind: "enrolment-result" | "bpjs-receipts";
  readonly rows: readonly string[];
};

async function deliver(
  app: App,
  branch: Actor,
  folder: string,
  { name, kind, rows }: Delivery,
): Promise<void> {
  const path = join(folder, "berkas", "bpjs", name);
  writeFileSync(path, `${rows.join("\n")}\n`);
  const { batch } = await receiveImport(app, branch, {
    operationId: app.newId(),
    kind,
    fileName: name,
    path,
  });
  await advanceImport(app, batch.id);
  const checked = await getImport(app, branch, { batchId: batch.id });
  if (checked.state !== "checked")
    throw new AppError("conflict", { message: `The demo file ${name} is in state ${checked.state}.` });
  const { state } = await applyImport(app, branch, { operationId: app.newId(), batchId: batch.id });
  if (state === "awaiting-approval") {
    const second = await actorOfEmail(
      app,
      kind === "bpjs-receipts" ? "fin@demo.tuwai.id" : "mgr@demo.tuwai.id",
    );
    await approveImport(app, second, { operationId: app.newId(), batchId: batch.id });
  }
  await advanceImport(app, batch.id);
}
