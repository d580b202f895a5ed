import type { IssueSeverity } from "@tuwai/domain/intake";

/** The levels of problems as the address says them. */
export const levels = ["harus", "lihat", "tahu"] as const;
export type Level = (typeof levels)[number];

const severities = { harus: "error", lihat: "warning", tahu: "info" } as const;

export function readLevel(params: URLSearchParams): Level | "" {
  return levels.find((level) => level === params.get("tingkat")) ?? "";
}

export function severityOf(level: Level): IssueSeverity {
  return severities[level];
}

export function levelOf(severity: IssueSeverity): Level {
  return levels.find((level) => severities[level] === severity)!;
}

/** What the address says of the page, without what the transport adds. */
export function writeCheckQuery(params: URLSearchParams): string {
  const kept = ["tingkat", "masalah", "hal"].flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [[name, value]];
  });
  return kept.length === 0 ? "" : `?${new URLSearchParams(kept).toString()}`;
}
