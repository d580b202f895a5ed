import { useCallback, useEffect, useState } from "react";
import type { TableNow } from "./load-table.ts";

/** Milliseconds between two looks at what the villages do. */
const every = 5000;

/** Every row as it stands, looked at again and again; what is being typed is kept elsewhere and never touched by it. */
export function useRows(first: TableNow, readFrom: string) {
  const [now, setNow] = useState(first);
  const look = useCallback(async () => {
    try {
      const response = await fetch(readFrom, { redirect: "manual", signal: AbortSignal.timeout(15_000) });
      if (response.ok) setNow((await response.json()) as TableNow);
    } catch {
      // The last look stands; that the line is gone is said where rows are sent.
    }
  }, [readFrom]);
  useEffect(() => {
    const timer = setInterval(() => void look(), every + Math.random() * 1000);
    return () => clearInterval(timer);
  }, [look]);
  return { now, look };
}
