import { minutesNumber } from "@tuwai/domain/minutes";
import { AppError, isUuid } from "#app";
import { readPaperFile } from "#files";
import { requireMeeting } from "#meetings";
import { act, type Call, type Operation, read } from "#use-case";
import { drawMinutes, type PaperSize } from "./draw-minutes.ts";
import { readable } from "./get-minutes.ts";
import { keepFile, placeOfFile } from "./keep-file.ts";
import { holdMinutes, replacedBy } from "./make-minutes.ts";
import { findFile, listFiles } from "./minutes-file.store.ts";
import { factsOf, readBeside } from "./minutes-facts.ts";

type Asked = { readonly meetingCode: string; readonly revision?: number; readonly size: PaperSize };
export type MinutesPdf =
  | { readonly outcome: "drawn"; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The paper cannot be drawn now; its page for printing says the same. */
  | { readonly outcome: "no-engine" }
  /** Nobody has made them, or not shown them to the reader. */
  | { readonly outcome: "no-minutes" };

/** The paper as PDF: of final minutes the kept file, otherwise as they stand. Throws `not-found`. */
export const makeMinutesPdf = act(
  { name: "minutes-file", permission: "minutes.read" },
  async (call, asked: Asked): Promise<MinutesPdf> => {
    const asIs = await call.look(async (step) => {
      const meeting = await requireMeeting(step, asked.meetingCode);
      const rows = await readable(step, meeting.id);
      const found = rows.find(({ revision }) => revision === asked.revision) ?? rows[0];
      if (found === undefined) return null;
      const files = await listFiles(step.tx, [found.id]);
      const replaced = await replacedBy(step, found);
      const said = factsOf(step.app, found, { ...(await readBeside(step, meeting.id)), replaced });
      return { row: found, facts: said, kept: files.find(({ kind }) => kind === asked.size) };
    });
    if (asIs === null) return { outcome: "no-minutes" };
    const { row, facts, kept } = asIs;
    const fileName = `${minutesNumber(row)}${row.finalAt === null ? "-draf" : ""}-${asked.size}.pdf`;
    if (kept !== undefined) {
      const bytes = await openKept(call, kept.id);
      if (bytes !== null) return { outcome: "drawn", fileName, bytes: Uint8Array.from(bytes) };
    }
    const at = row.finalAt ?? row.takenAt;
    try {
      const bytes = await drawMinutes({ facts, hash: row.snapshotHash, size: asked.size, at });
      return { outcome: "drawn", fileName, bytes };
    } catch {
      call.app.log.error({ minutes: minutesNumber(row) }, "minutes could not be drawn");
      return { outcome: "no-engine" };
    }
  },
);

async function openKept({ app, look }: Call, id: string): Promise<Buffer | null> {
  const file = await look(({ tx }) => findFile(tx, id));
  return file === undefined ? null : app.keys.openBytes(file.sealed, placeOfFile(file.id));
}

export type AttachScan = Operation & {
  readonly minutesId: string;
  readonly version: number;
  readonly scan: { readonly path: string; readonly fileName: string } | null;
};
export type ScanOutcome =
  | { readonly outcome: "attached"; readonly hash: string }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("scan-missing" | "scan-kind" | "not-final")[];
    };

/** The signed paper as it came, sealed and known by its SHA-256. Throws `not-found`, `stale` and `too-large`. */
export const attachMinutesScan = act(
  { name: "minutes.scan", permission: "minutes.write" },
  async (call, { operationId: id, scan: file, ...told }: AttachScan): Promise<ScanOutcome> => {
    const scan = file === null ? null : await readPaperFile(file);
    const hash = scan?.hash.toString("hex") ?? null;
    return call.once({ id, request: { ...told, hash } }, async (step): Promise<ScanOutcome> => {
      const row = await holdMinutes(step, told);
      if (row.finalAt === null) return step.unchanged({ outcome: "refused", reasons: ["not-final"] });
      if (scan === null || hash === null) {
        const reason = file === null ? ("scan-missing" as const) : ("scan-kind" as const);
        return step.unchanged({ outcome: "refused", reasons: [reason] });
      }
      const { name, type, bytes } = scan;
      await keepFile(step, { minutesId: row.id, kind: "scan", name, type, bytes });
      await step.audit({ objectType: "minutes", objectId: minutesNumber(row), details: {} });
      return { outcome: "attached", hash };
    });
  },
);

/** A scan of the signed paper, as it came. Throws `not-found`. */
export const openMinutesScan = read(
  { purpose: "minutes-scan", permission: "minutes.read" },
  async (step, { fileId }: { readonly fileId: string }) => {
    const file = isUuid(fileId) ? await findFile(step.tx, fileId) : undefined;
    if (file === undefined || file.kind !== "scan") throw new AppError("not-found", { object: "scan" });
    const bytes = step.app.keys.openBytes(file.sealed, placeOfFile(file.id));
    return { name: file.name, type: file.type, bytes };
  },
);
