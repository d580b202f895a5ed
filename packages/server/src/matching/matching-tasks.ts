import { addDays } from "@tuwai/domain/time";
import { countedOnce, type TaskSource, taskSources } from "#tasks";
import { readKeptOut } from "./kept-out.ts";
import { readChoiceRules } from "./matching-settings.ts";
import { countOwnProposals } from "./my-proposal.view.ts";
import { countPlaces } from "./open-pledge.view.ts";
import { countManagersProposals } from "./proposal.view.ts";
import { countWaiting } from "./waiting.view.ts";

/** Both tasks ask for the same two numbers; whoever is held is in neither. */
const bothSides = countedOnce(async (step) => {
  const { tx, area } = step;
  const { held, personIds } = await readKeptOut(step);
  return {
    places: await countPlaces(tx, area, held.places),
    waiting: await countWaiting(tx, area, personIds),
  };
});

const permission = "pledge.match";

/** Without a free place nobody can be matched: then another payer is what is left to look for. */
const sources: readonly TaskSource[] = [
  {
    code: "accept-proposals",
    target: "matching",
    urgency: 110,
    permission,
    count: async ({ tx, area, actor, today }) => {
      const { answerDays } = await readChoiceRules(tx, actor.regionCode);
      return countManagersProposals(tx, area, addDays(today, -answerDays));
    },
  },
  {
    code: "answer-proposals",
    target: "my-proposals",
    urgency: 52,
    permission: "pledge.proposal.answer",
    count: ({ tx, area }) => countOwnProposals(tx, area),
  },
  {
    code: "match-waiting",
    target: "matching",
    urgency: 120,
    permission,
    count: async (step) => {
      const { waiting, places } = await bothSides(step);
      return places > 0 ? waiting : 0;
    },
  },
  {
    code: "fund-waiting",
    target: "waiting-people",
    urgency: 130,
    permission,
    count: async (step) => {
      const { waiting, places } = await bothSides(step);
      return places > 0 ? 0 : waiting;
    },
  },
];

export const matchingTasks = sources.map(taskSources);
