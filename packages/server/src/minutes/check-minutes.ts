import { minutesNumber, snapshotName } from "@tuwai/domain/minutes";
import { act, asCity, read } from "#use-case";
import { findKnownFile, type KnownFile } from "./minutes-file.store.ts";
import { type CheckedMinutes, findByCode, findOfYear } from "./minutes.store.ts";
import { readMinutesCode } from "./minutes-code.ts";

export type MinutesCheck = CheckedMinutes & {
  readonly label: string;
  readonly snapshotName: string;
  readonly nextLabel: string | null;
  /** Of a SHA-256 that was asked about; null where none was. */
  readonly compared: "snapshot" | KnownFile | "unknown" | "unreadable" | null;
};

type Asked = {
  readonly minutesCode: string;
  /** Hexadecimal SHA-256 of a file in the reader's hand. */
  readonly fingerprint?: string;
};

/** What the page behind the QR code says: number, day, state and sums; null for a code that no minutes have. */
export const checkMinutes = read(
  { purpose: "minutes-check", permission: "minutes.check" },
  async ({ tx }, { minutesCode, fingerprint }: Asked): Promise<MinutesCheck | null> => {
    const code = readMinutesCode(minutesCode);
    const found = code === undefined ? undefined : await findByCode(tx, code);
    if (code === undefined || found === undefined) return null;
    const { year, number, nextRevision } = found;
    const typed = (fingerprint ?? "").replaceAll(/[\s-]/g, "").toLowerCase();
    const isReadable = /^[0-9a-f]{64}$/.test(typed);
    const file = isReadable ? await findKnownFile(tx, code, Buffer.from(typed, "hex")) : undefined;
    const answer = typed === found.snapshotHash ? ("snapshot" as const) : (file ?? ("unknown" as const));
    return {
      ...found,
      label: minutesNumber(found),
      snapshotName: snapshotName(found.snapshotHash),
      nextLabel: nextRevision === null ? null : minutesNumber({ year, number, revision: nextRevision }),
      compared: typed === "" ? null : isReadable ? answer : "unreadable",
    };
  },
);

export type SourceMinutes = { readonly label: string; readonly code: string; readonly finalAt: Date };

/** The final minutes by which a year's public promises are known; null while there are none. */
export const findMinutesOfYear = act(
  { name: "minutes-of-year", permission: "minutes.check" },
  async ({ app }, { year }: { readonly year: number }): Promise<SourceMinutes | null> =>
    asCity(app, "minutes.publish", async ({ tx, actor }) => {
      const found = await findOfYear(tx, actor.regionCode, year);
      if (found === undefined) return null;
      return { label: minutesNumber(found), code: found.code, finalAt: found.finalAt };
    }),
);
