import { lawWarnings, listLawRows } from "@tuwai/domain/tariff";
import { taskSources } from "#tasks";

/** What only a newer version of the program can bring: next year's decree, or rows whose reading ends. What the law ends needs no mending. */
export const tariffTasks = taskSources({
  code: "renew-tariff",
  target: "tariff",
  urgency: 190,
  permission: "tariff.renew",
  count: async ({ today }) =>
    lawWarnings(listLawRows(), today).filter(({ kind }) => kind !== "ends-by-law").length,
});
