import { programme } from "#eligibility";
import { type TaskSource, taskSources } from "#tasks";
import { countReturnAsked, countToEndorse, findNewestState } from "./endorsement.store.ts";
import { countReadyPeople } from "./ready-person.view.ts";

const ownList = { target: "village-lists", permission: "list_decision.prepare" } as const;

const sources: readonly TaskSource[] = [
  {
    code: "endorse-lists",
    target: "lists-to-endorse",
    urgency: 30,
    permission: "list_decision.approve",
    count: ({ tx, area, actor }) => countToEndorse(tx, area, actor.userId),
  },
  {
    code: "return-lists",
    target: "lists-to-return",
    urgency: 32,
    permission: "list_decision.approve",
    count: ({ tx, area }) => countReturnAsked(tx, area),
  },
  {
    ...ownList,
    code: "revise-returned-list",
    urgency: 60,
    count: async ({ tx, actor }) =>
      (await findNewestState(tx, actor.scope ?? "", programme)) === "returned" ? 1 : 0,
  },
  {
    ...ownList,
    code: "propose-list",
    urgency: 100,
    count: async ({ tx, actor }) => {
      const village = actor.scope ?? "";
      const newest = await findNewestState(tx, village, programme);
      const mayPropose = newest === null || newest === "approved" || newest === "withdrawn";
      return mayPropose ? countReadyPeople(tx, village, programme) : 0;
    },
  },
];

export const endorsementTasks = sources.map(taskSources);
