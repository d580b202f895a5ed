import { payByDay } from "@tuwai/domain/contributions";
import type { Permission } from "#access";
import { asSystem } from "#database";
import { deadlineSources, figureSources, waitSources } from "#tasks";
import type { Step } from "#use-case";
import { countPeopleToAnswer, findNextMonth, findSentPackets } from "./waiting-packet.store.ts";

/** A packet is of people who pay for themselves or are paid for as such: its month has their last day to pay. */
const monthOfPacket = (permission: Permission) =>
  deadlineSources({
    code: "packet-month",
    permission,
    find: async ({ tx, area }: Step) => {
      const { count, month } = await findNextMonth(tx, area);
      return { count, on: month === null ? null : (payByDay("bpu", month) ?? null) };
    },
  });

export const packetOutlook = [
  waitSources({
    code: "packet-at-bpjs",
    permission: "enrolment.submit",
    find: ({ tx, area }) => findSentPackets(tx, area),
  }),
  waitSources({
    code: "packet-at-bpjs",
    permission: "city_progress.read",
    find: ({ app, area }) => asSystem(app, (tx) => findSentPackets(tx, area)),
  }),
  monthOfPacket("enrolment.submit"),
  monthOfPacket("enrolment.confirm"),
  figureSources({
    code: "people-to-answer",
    permission: "enrolment.confirm",
    count: ({ tx, area }) => countPeopleToAnswer(tx, area),
  }),
];
