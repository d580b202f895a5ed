import { asAccounts } from "#database";
import { figureSources, firstStepSources, waitSources } from "#tasks";
import type { Step } from "#use-case";
import { countStanding } from "./life.store.ts";
import { findOwnRequests } from "./request.store.ts";

/** The first administrator and a second one for four eyes. */
const whoBegin = 2;

const accountsOf = ({ app, actor }: Step) =>
  asAccounts(app, actor, (tx) => countStanding(tx, actor.regionCode));

export const accountOutlook = [
  waitSources({
    code: "account-at-second-person",
    permission: "user.grant_role",
    find: ({ app, actor }) =>
      asAccounts(app, actor, (tx) => findOwnRequests(tx, actor.regionCode, actor.userId)),
  }),
  firstStepSources({
    code: "invite-people",
    permission: "user.manage",
    urgency: 10,
    isDue: async (step) => (await accountsOf(step)) <= whoBegin,
  }),
  figureSources({ code: "accounts", permission: "user.manage", count: accountsOf }),
];
