import { thresholdsOn } from "@tuwai/domain/arrears";
import { isTooFewOfAnOffice } from "@tuwai/domain/privacy";
import { addDays } from "@tuwai/domain/time";
import { type Ask, callSources } from "#calls";
import type { Step } from "#use-case";
import { type ArrearsGroup, listArrearsGroups } from "./arrears-list.view.ts";
import type { ArrearsPayer } from "./judge-arrears.ts";
import { choiceOf } from "./list-arrears.ts";

/** The last call of the alarms. */
const urgentDays = 7;

/** Whose payment a village itself can see to; a sponsor who stopped is nobody whom a village head can press. */
const paidInVillage: readonly ArrearsPayer[] = ["apbdes", "bumdes", "self", "nobody"];

/** Villages in which somebody leaves membership whom a payment still saves, by the day on which it is too late. */
async function endingByVillage(step: Step): Promise<readonly Ask[]> {
  const { urgent } = thresholdsOn(step.today);
  const isSoon = ({ bucket, fundSource }: ArrearsGroup) =>
    Number(bucket) <= urgent && paidInVillage.includes(fundSource);
  const asks = await askByVillage(step, isSoon);
  const last = addDays(step.today, urgentDays);
  return asks.map((ask) => ({ ...ask, isUrgent: ask.on !== null && ask.on <= last }));
}

/** Villages that owe for their officers; nobody leaves by it, and nobody is paid for either. */
const owingByVillage = (step: Step): Promise<readonly Ask[]> =>
  askByVillage(step, ({ bucket }) => bucket === "village");

async function askByVillage(step: Step, isMeant: (group: ArrearsGroup) => boolean): Promise<readonly Ask[]> {
  const groups = await listArrearsGroups(step.tx, choiceOf(step, {}));
  const meant = groups.filter((group) => isMeant(group) && group.rescued < group.workers);
  const asks = [...Map.groupBy(meant, ({ villageCode }) => villageCode)].map(([villageCode, own]) =>
    askOf(villageCode, own),
  );
  return asks.toSorted((a, b) => (a.on ?? "").localeCompare(b.on ?? "") || (b.rupiah ?? 0) - (a.rupiah ?? 0));
}

function askOf(villageCode: string, groups: readonly ArrearsGroup[]): Ask {
  const sum = (of: (group: ArrearsGroup) => number) => groups.reduce((all, group) => all + of(group), 0);
  const workers = sum((group) => group.workers - group.rescued);
  const isHidden = isTooFewOfAnOffice(workers);
  const isPriced = sum(({ withoutPrice }) => withoutPrice) === 0;
  return {
    who: { villageCode },
    count: isHidden ? null : workers,
    rupiah: isHidden || !isPriced ? null : sum(({ arrearsRupiah }) => arrearsRupiah),
    on: groups.map(({ payBy }) => payBy).toSorted()[0] ?? null,
    since: null,
    isUrgent: false,
  };
}

export const arrearsCalls = [
  callSources({ code: "cover-ends", urgency: 10, permission: "arrears.read", find: endingByVillage }),
  callSources({ code: "village-owes", urgency: 40, permission: "arrears.read", find: owingByVillage }),
];
