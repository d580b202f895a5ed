import type { CivilDate } from "@tuwai/domain/time";
import { maskOf, may } from "#access";
import type { Actor } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { type LineState, listPacketLines, type PacketLine } from "./packet-line.view.ts";
import { countPacketLines, type ListedPacket, type PacketName } from "./packet.store.ts";
import { requirePacket } from "./require-packet.ts";

export type ShownLine = {
  readonly lineNo: number;
  readonly person: ShownPerson & { readonly nikStatus?: string; readonly birthDate?: CivilDate | null };
  /** False when the payer ended since: the line has to leave the draft before it can be sent. */
  readonly isCurrent: boolean;
  readonly wadah: string;
  readonly fundSource: string;
  readonly amountRupiah: number;
  readonly state: LineState;
  readonly reason: string | null;
  /** The rejected enrolment that can be put forward again; nothing for those who put nobody forward. */
  readonly again: { readonly id: string; readonly version: number } | null;
};

export type ShownPacket = ListedPacket & PageOf<ShownLine>;

type Input = PacketName & {
  readonly page?: number;
  /** Only the lines in that state. */
  readonly state?: LineState;
};

/** One packet with a page of its lines, never a NIK. A branch sees it from state `sent` on; to others it does not exist. */
export const getPacket = read(
  { purpose: "packet-read", permission: "packet.read" },
  async (step, input: Input): Promise<ShownPacket> => {
    const { tx, actor } = step;
    const packet = await requirePacket(step, input);
    const counts = await countPacketLines(tx, packet.id);
    const state = input.state ?? null;
    const found = await pageOf(
      { page: input.page, size: 100 },
      async () => (state === null ? counts.lines : counts[state]),
      (part) => listPacketLines(tx, packet.id, { ...part, state }),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role, "nik_status", "birth_date"),
    });
    return { ...packet, ...counts, ...found, rows: found.rows.map((line) => showLine(actor, line)) };
  },
);

/** How far one packet has come; nobody in it is shown. */
export const getPacketSummary = read(
  { purpose: "packet-summary", permission: "packet.read" },
  async (step, name: PacketName): Promise<ListedPacket> => {
    const packet = await requirePacket(step, name);
    return { ...packet, ...(await countPacketLines(step.tx, packet.id)) };
  },
);

function showLine(actor: Actor, line: PacketLine): ShownLine {
  const { lineNo, wadah, fundSource, amountRupiah, state, reason } = line;
  const birthDate = maskOf(actor.role, "birth_date") === "full" ? { birthDate: line.birthDate } : {};
  const nikStatus = maskOf(actor.role, "nik_status") === null ? {} : { nikStatus: line.nikStatus };
  const isCurrent = line.enrolmentState !== "ended" && line.isGone === null;
  const person = {
    ...showPerson(actor.role, { ...line, code: line.personCode }),
    ...nikStatus,
    ...birthDate,
  };
  const isOpen = line.enrolmentState === "rejected" && may(actor, "enrolment.submit");
  const again = isOpen ? { id: line.enrolmentId, version: line.enrolmentVersion } : null;
  return { lineNo, person, isCurrent, wadah, fundSource, amountRupiah, state, reason, again };
}
