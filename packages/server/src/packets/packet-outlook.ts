import { payByDay } from "@tuwai/domain/contributions";
import type { Permission } from "#access";
import { asSystem } from "#database";
import { deadlineSources, figureSources, waitSources } from "#tasks";
import type { Step } from "#use-case";
import { countPeopleToAnswer, findSentPackets, listOpenMonths } from "./waiting-packet.store.ts";

/** The packets whose month has to be paid first: officers' villages pay in the month after. */
const monthOfPacket = (permission: Permission) =>
  deadlineSources({
    code: "packet-month",
    permission,
    find: async ({ tx, area }: Step) => {
      const open = (await listOpenMonths(tx, area)).map(({ count, month, segment }) => {
        return { count, on: payByDay(segment, month) ?? null };
      });
      const on = open.flatMap((one) => one.on ?? []).toSorted()[0] ?? null;
      const count = open.filter((one) => one.on === on).reduce((sum, one) => sum + one.count, 0);
      return { count, on };
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
