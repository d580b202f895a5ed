import type { Month } from "@tuwai/domain/time";
import type { Actor, App } from "#app";
import {
  decideEndorsement,
  excludeFromEndorsement,
  includeInEndorsement,
  proposeEndorsement,
} from "#endorsements";
import { composePacket, removeFromPacket, sendPacket, withdrawPacket } from "#packets";
import { signPledge, stopPledge } from "#sponsors";
import type { Thread } from "#testing";
import type { Permission } from "#access";

export type Change = {
  readonly permission: Permission;
  readonly change: (app: App, actor: Actor, of: Thread) => Promise<unknown>;
};

const once = (app: App) => ({ operationId: app.newId(), version: 1 });

/** Changes that are still plain functions, asked for by the ids of a thread; those that are values are found behind their doors. */
export const changes: Readonly<Record<string, Change>> = {
  proposeEndorsement: {
    permission: "list_decision.propose",
    change: (app, by, { place }) =>
      proposeEndorsement(app, by, { ...once(app), villageCode: place.code, consentTextVersion: "sedia-1" }),
  },
  decideEndorsement: {
    permission: "list_decision.approve",
    change: (app, by, { listId }) =>
      decideEndorsement(app, by, { ...once(app), endorsementId: listId, verdict: "approve" }),
  },
  excludeFromEndorsement: {
    permission: "list_decision.propose",
    change: (app, by, { listId, waiting }) =>
      excludeFromEndorsement(app, by, {
        ...once(app),
        endorsementId: listId,
        personId: waiting.id,
        reason: "died",
      }),
  },
  includeInEndorsement: {
    permission: "list_decision.propose",
    change: (app, by, { listId, waiting }) =>
      includeInEndorsement(app, by, { ...once(app), endorsementId: listId, personId: waiting.id }),
  },
  stopPledge: {
    permission: "pledge.revoke",
    change: (app, by, { pledgeId }) => stopPledge(app, by, { ...once(app), pledgeId }),
  },
  composePacket: {
    permission: "enrolment.submit",
    change: (app, by, { enrolmentId }) =>
      composePacket(app, by, { ...once(app), month: "2026-12" as Month, enrolmentIds: [enrolmentId] }),
  },
  sendPacket: {
    permission: "enrolment.submit",
    change: (app, by, { packetId }) => sendPacket(app, by, { ...once(app), packetId, confirmCount: 1 }),
  },
  removeFromPacket: {
    permission: "enrolment.submit",
    change: (app, by, { packetId, person }) =>
      removeFromPacket(app, by, { ...once(app), packetId, personCodes: [person.code] }),
  },
  withdrawPacket: {
    permission: "enrolment.submit",
    change: (app, by, { packetId }) => withdrawPacket(app, by, { ...once(app), packetId }),
  },
  signPledge: { permission: "pledge.sign", change: signAs },
};

/** A sponsor can only sign as the civil servant of the own session; here that is one of another city. */
function signAs(app: App, actor: Actor, { sponsor }: Thread): Promise<unknown> {
  return signPledge(
    app,
    { ...actor, scope: sponsor.scope! },
    {
      ...once(app),
      capRupiah: 40_000,
      workerCount: 1,
      fromMonth: "2026-12" as Month,
      channel: "payroll",
      wishes: {},
      consentTextVersion: "ikrar-1",
    },
  );
}
