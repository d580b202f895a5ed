import { useCallback, useEffect, useRef, useState } from "react";
import type { Standing } from "@tuwai/server/meetings";
import type { TableAnswer } from "./act-on-table.ts";
import { newId } from "./use-fill.ts";

/** A row that was typed and is not known to be saved; kept in this browser with the number of its operation. */
export type Waiting = {
  readonly operation: string;
  readonly village: string;
  readonly name: string;
  readonly orang: string;
  readonly bulan: string;
  readonly sumber: string;
  readonly alasan: string;
  readonly yakin: boolean;
  /** What stood for the village when it was typed. */
  readonly seen: string;
  readonly rupiah: number;
  /** Something else stands now: somebody decides which of both. */
  readonly conflict?: Standing;
  readonly refused?: { readonly text: string; readonly isTooMuch: boolean };
};

export type Line = { readonly state: "fine" | "gone" | "out"; readonly since: number };
export type Queue = ReturnType<typeof useQueue>;

const isStuck = ({ conflict, refused }: Waiting) => conflict !== undefined || refused !== undefined;

type Given = {
  readonly code: string;
  readonly sendTo: string;
  /** One was saved: what stands for its village now. */
  readonly onSaved: (item: Waiting, answer: Extract<TableAnswer, { outcome: "done" }>) => void;
};

/** The rows of an operator's table that wait to be sent. They outlive a reload and a broken line, go one by one, each once. */
export function useQueue({ code, sendTo, onSaved }: Given) {
  const key = `rakor-${code}-antrean`;
  const [items, setItems] = useState<readonly Waiting[]>([]);
  const [line, setLine] = useState<Line>({ state: "fine", since: 0 });
  const isBusy = useRef(false);
  const saved = useRef(onSaved);
  saved.current = onSaved;

  const write = useCallback(
    (change: (before: readonly Waiting[]) => readonly Waiting[]) => {
      const next = change(read(key));
      localStorage.setItem(key, JSON.stringify(next));
      setItems(next);
    },
    [key],
  );

  const flush = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      for (let next = nextOf(read(key)); next !== undefined; next = nextOf(read(key))) {
        const item = next;
        const answer = await sendRow(sendTo, item);
        if (answer === "gone" || answer === "out") {
          setLine((before) => (before.state === answer ? before : { state: answer, since: Date.now() }));
          return;
        }
        setLine((before) => (before.state === "fine" ? before : { state: "fine", since: Date.now() }));
        write((all) => settled(all, item, answer));
        if (answer.outcome !== "done") continue;
        tell(code, item, "sent");
        saved.current(item, answer);
      }
    } finally {
      isBusy.current = false;
    }
  }, [code, key, sendTo, write]);

  useEffect(() => {
    setItems(read(key));
    const again = () => {
      for (const item of read(key)) tell(code, item, "unsent");
      void flush();
    };
    again();
    const timer = setInterval(again, 5000);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [code, flush, key]);

  const add = (row: Omit<Waiting, "operation">) => {
    const item = { ...row, operation: newId() };
    // A row that waits for a decision is decided by typing it anew.
    write((all) => [...all.filter((one) => one.village !== row.village || !isStuck(one)), item]);
    tell(code, item, "unsent");
    void flush();
  };
  const drop = (item: Waiting) => {
    write((all) => all.filter(({ operation }) => operation !== item.operation));
    tell(code, item, "dropped");
  };
  return { items, line, add, drop, flush };
}

const nextOf = (items: readonly Waiting[]): Waiting | undefined =>
  items.find(
    (item, at) => !isStuck(item) && items.slice(0, at).every((before) => before.village !== item.village),
  );

/** The queue after an answer; a later row of the same village was typed upon what was saved now. */
export function settled(all: readonly Waiting[], item: Waiting, answer: TableAnswer): readonly Waiting[] {
  if (answer.outcome === "done")
    return all
      .filter(({ operation }) => operation !== item.operation)
      .map((one) =>
        one.village === item.village && one.seen === item.seen
          ? { ...one, seen: answer.stand ?? one.seen }
          : one,
      );
  const more = answer.outcome === "conflict" ? { conflict: answer.now } : { refused: answer };
  return all.map((one) => (one.operation === item.operation ? { ...one, ...more } : one));
}

function read(key: string): readonly Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "[]") as readonly Waiting[];
  } catch {
    return [];
  }
}

async function sendRow(to: string, row: Waiting): Promise<TableAnswer | "gone" | "out"> {
  const form = new FormData();
  const { orang, bulan, sumber, alasan } = row;
  const fields = {
    aksi: "simpan",
    operasi: row.operation,
    desa: row.village,
    nama: row.name,
    orang,
    bulan,
    sumber,
    alasan,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("terlihat", row.seen);
  if (row.yakin) form.set("yakin", "ya");
  return sendToTable(to, form);
}

/** Sends a form of the table; `gone`: nobody knows whether it arrived, `out`: nobody is signed in any more. */
export async function sendToTable(to: string, form: FormData): Promise<TableAnswer | "gone" | "out"> {
  try {
    const signal = AbortSignal.timeout(20_000);
    const response = await fetch(to, { method: "POST", body: form, redirect: "manual", signal });
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403)
      return "out";
    // What the server will never take stands in nobody's way.
    if (response.status >= 400 && response.status < 500 && response.status !== 429)
      return { outcome: "refused", text: "", isTooMuch: false };
    return response.ok ? ((await response.json()) as TableAnswer) : "gone";
  } catch {
    return "gone";
  }
}

/** The projector's window on the same laptop hears what waits here, also while there is no network. */
function tell(
  code: string,
  { village, orang, bulan, rupiah }: Waiting,
  state: "unsent" | "sent" | "dropped",
): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(`rakor-${code}`);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  channel.postMessage({ village, heads: Number(orang), months: Number(bulan), rupiah, state });
  channel.close();
}
