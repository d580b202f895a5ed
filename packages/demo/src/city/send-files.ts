import { join } from "node:path";
import type { ImportKind } from "@tuwai/domain/intake";
import { actorOfEmail } from "@tuwai/server/accounts";
import type { Actor, App } from "@tuwai/server/app";
import { advanceImport, applyImport, approveImport, getImport, receiveImport } from "@tuwai/server/imports";
import { drainWork } from "@tuwai/server/work";

export type DemoFile = {
  readonly file: string;
  readonly kind: ImportKind;
  readonly villageCode: string | null;
  readonly expected: {
    readonly data: number;
    readonly blocking: number;
    readonly defects: Readonly<Record<string, number>>;
  };
};

type Plan = {
  readonly folder: string;
  readonly registries: readonly DemoFile[];
  readonly villages: readonly DemoFile[];
  readonly tell: (line: string) => void;
};

const filesAtOnce = 3;

/** Each file goes in as its own office would send it, and waits for a second person where the rules say so. */
export async function sendFiles(app: App, plan: Plan): Promise<void> {
  plan.tell(
    `berkas DTSEN, peserta BPJS, ASN dan perangkat; daftar ${plan.villages.length} desa dan kelurahan`,
  );
  // Registries are the longest: begun first, the others fill the processors beside them.
  const waiting = [...plan.registries, ...plan.villages];
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await sendFile(app, plan.folder, file);
      if (file.kind !== "village-list") plan.tell(`berkas ${file.file}`);
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, worker));
  plan.tell("memadankan daftar dengan DTSEN, peserta BPJS dan pegawai");
  await drainWork(app);
}

async function sendFile(app: App, folder: string, file: DemoFile): Promise<void> {
  const sender = await senderOf(app, file);
  const { batch } = await receiveImport(app, sender, {
    operationId: app.newId(),
    kind: file.kind,
    fileName: file.file,
    path: join(folder, "berkas", file.file),
    ...(file.villageCode === null ? {} : { villageCode: file.villageCode }),
  });
  await advanceImport(app, batch.id);
  const checked = await getImport(app, sender, { batchId: batch.id });
  if (checked.state === "checked" && checked.counts.accepted > 0) {
    await applyImport(app, sender, { operationId: app.newId(), batchId: batch.id });
  }
  const asked = await getImport(app, sender, { batchId: batch.id });
  if (asked.state === "awaiting-approval") {
    await approveImport(app, await approverOf(app, file), { operationId: app.newId(), batchId: batch.id });
  }
  await advanceImport(app, batch.id);
}

function senderOf(app: App, file: DemoFile): Promise<Actor> {
  if (file.kind === "village-list") return actorOfEmail(app, `opr-${file.villageCode}@demo.tuwai.id`);
  return actorOfEmail(app, file.kind === "civil-servants" ? "bkp@demo.tuwai.id" : "dat@demo.tuwai.id");
}

function approverOf(app: App, file: DemoFile): Promise<Actor> {
  return actorOfEmail(
    app,
    file.kind === "village-list" ? `kds-${file.villageCode}@demo.tuwai.id` : "mgr@demo.tuwai.id",
  );
}
