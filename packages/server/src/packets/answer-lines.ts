import type { Area } from "#access";
import type { Step } from "#use-case";
import {
  type LineAnswer,
  type LockedLine,
  lockLinesOf,
  resetLines,
  updateAnswered,
} from "./packet-line.store.ts";
import { closeAnsweredPackets, reopenPackets } from "./packet.store.ts";

/** Locks the lines of these enrolments in packets a branch has: until the step ends nobody else answers them. */
export function lockLines(
  { tx }: Pick<Step, "tx">,
  area: Area,
  enrolmentIds: readonly string[],
): Promise<readonly LockedLine[]> {
  return lockLinesOf(tx, area, enrolmentIds);
}

/** Writes what BPJS said on lines that wait; answers with the codes of packets of which no line waits any more. */
export async function answerLines(
  { tx }: Pick<Step, "tx">,
  answers: readonly LineAnswer[],
): Promise<readonly string[]> {
  await updateAnswered(tx, answers);
  return closeAnsweredPackets(tx, [...new Set(answers.map(({ packetId }) => packetId))]);
}

/** The lines of these enrolments wait again, and their packets are as sent. */
export async function reopenLines({ tx }: Pick<Step, "tx">, enrolmentIds: readonly string[]): Promise<void> {
  await resetLines(tx, enrolmentIds);
  await reopenPackets(tx, enrolmentIds);
}
