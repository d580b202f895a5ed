/** The limit that a reader of files has passed. */
export type Overrun = "memory" | "cpu" | "time";

const exits: Readonly<Record<"cpu" | "time", number>> = { cpu: 71, time: 72 };

/** How the reader says, by its exit code, that it has ended itself at a limit. */
export function exitOf(limit: "cpu" | "time"): number {
  return exits[limit];
}

export function limitOfExit(code: number | null): Overrun | null {
  if (code === exits.cpu) return "cpu";
  return code === exits.time ? "time" : null;
}
