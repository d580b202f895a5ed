import { listPackets } from "@tuwai/server/packets";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatNumber } from "#language/format.ts";
import { localPath, type Language } from "#language/language.ts";
import type { Task, TaskSource } from "#shell";

type Row = Awaited<ReturnType<typeof listPackets>>["rows"][number];
type Words = (typeof enrolmentTexts)[Language]["tasks"];
type Named = { readonly text: string; readonly action: string };

/** A sentence for each packet that `tell` has one for. */
const eachPacket =
  (id: string, tell: (t: Words, row: Row, number: (value: number) => string) => Named | null): TaskSource =>
  async (app, actor, language) => {
    const { rows } = await listPackets(app, actor);
    return rows.flatMap((row): Task[] => {
      const named = tell(enrolmentTexts[language].tasks, row, (value) => formatNumber(language, value));
      const href = localPath(language, `/kepesertaan/pendaftaran/${row.code}`);
      return named === null ? [] : [{ id: `${id}-${row.code}`, ...named, href }];
    });
  };

export const packetsToFetch = eachPacket("fetch", (t, { code, state, lines }, number) =>
  state === "sent" ? { text: t.download(code, number(lines)), action: t.downloadAction } : null,
);

export const packetsToSend = eachPacket("send", (t, { code, state, lines }, number) =>
  state === "draft" ? { text: t.send(code, number(lines)), action: t.sendAction } : null,
);

export const packetsToRepair = eachPacket("repair", (t, { code, state, rejected }, number) =>
  state !== "draft" && rejected > 0
    ? { text: t.repair(code, number(rejected)), action: t.repairAction }
    : null,
);
