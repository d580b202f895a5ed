import { useCallback, useState } from "react";
import { meetingTableTexts } from "#language/meeting-table.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import type { TablePage, TableRow } from "./load-table.ts";
import { type Draft, sumOfDraft, villageOf } from "./row-draft.ts";
import { newId } from "./use-fill.ts";
import { sendToTable, useQueue, type Waiting } from "./use-queue.ts";
import { useRows } from "./use-table.ts";

export type Desk = ReturnType<typeof useDesk>;

type More = { readonly seen?: string; readonly yakin?: boolean };

/** The work of whoever types: rows half typed, rows on their way, and what was done last. */
export function useDesk(page: TablePage) {
  const t = useTexts(meetingTableTexts);
  const to = useLocalPath();
  const sendTo = to(`/rakor/${page.code}/papan/baris`);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [said, setSaid] = useState<string | null>(null);
  const [last, setLast] = useState<Waiting | null>(null);
  const [reason, setReason] = useState("");
  const { now, look } = useRows(page.now, sendTo);
  const onSaved = useCallback(
    (item: Waiting, { text }: { readonly text: string }) => {
      setSaid(text);
      setLast(item);
      void look();
    },
    [look],
  );
  const queue = useQueue({ code: page.code, sendTo, onSaved });

  const keep = (village: string, draft: Draft) => setDrafts((before) => ({ ...before, [village]: draft }));
  const save = (row: TableRow, draft: Draft, { seen = row.stand, yakin = false }: More = {}) => {
    const { code: village, name } = row;
    const rupiah = sumOfDraft(draft, villageOf(page, village));
    queue.add({ village, name, ...draft, alasan: reason, yakin, seen, rupiah });
    setDrafts(({ [village]: _typed, ...others }) => others);
  };
  const settle = async (
    village: { readonly code: string; readonly name: string },
    aksi: "paraf" | "urungkan",
  ) => {
    const form = new FormData();
    const fields = { aksi, operasi: newId(), desa: village.code, nama: village.name };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const answer = await sendToTable(sendTo, form);
    if (typeof answer === "string") return setSaid(answer === "out" ? t.unsent.out : t.done.lost);
    if (answer.outcome === "done") setSaid(answer.text);
    if (aksi === "urungkan") setLast((before) => (before?.village === village.code ? null : before));
    await look();
  };
  return { now, queue, drafts, keep, save, settle, said, last, reason, setReason };
}
