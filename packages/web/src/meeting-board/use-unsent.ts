import type { Board } from "@tuwai/server/meeting-board";
import { useEffect, useState } from "react";

/** Villages whose rows wait on the operator's laptop for the network. */
export type Unsent = ReadonlySet<string>;

type Row = { readonly village?: unknown; readonly state?: unknown };

/** Rows that the operator's table typed in this browser and could not send; they are shown, and counted in no sum. */
export function useUnsent({ code, villages }: Board): Unsent {
  const [unsent, setUnsent] = useState<Unsent>(new Set());
  useEffect(() => {
    if (typeof BroadcastChannel === "undefined") return undefined;
    const told = new BroadcastChannel(`rakor-${code}`);
    told.addEventListener("message", ({ data }: MessageEvent<Row | null>) => {
      const village = data?.village;
      if (typeof village !== "string") return;
      setUnsent((before) => {
        const next = new Set(before);
        if (data?.state === "unsent") next.add(village);
        else next.delete(village);
        return next;
      });
    });
    return () => told.close();
  }, [code]);
  return new Set(villages.map((village) => village.code).filter((village) => unsent.has(village)));
}
