import { useEffect } from "react";
import { useRevalidator } from "react-router";

const everyMs = 8000;

/** Reads the page's numbers again every few seconds while somebody looks at it; what stands in fields stays as it is. */
export function useFreshPage(isWanted: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isWanted || state !== "idle") return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible" && navigator.onLine) void revalidate();
    }, everyMs);
    return () => clearTimeout(timer);
  }, [isWanted, revalidate, state]);
}
