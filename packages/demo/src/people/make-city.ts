import type { CivilDate } from "@tuwai/domain/time";
import { readNameTables } from "@tuwai/linkage/generator";
import { assignCivilService } from "./assign-civil-service.ts";
import { assignMemberships } from "./assign-memberships.ts";
import { assignWelfare } from "./assign-welfare.ts";
import { assignWork } from "./assign-work.ts";
import { readDemoRegion, type DemoRegion } from "./demo-region.ts";
import { openIdentityOffice } from "./identity-office.ts";
import { makePopulation } from "./make-population.ts";
import type { City } from "./person.ts";

export type CityPlan = {
  readonly referenceDir: string;
  readonly regionCode: string;
  readonly seed: number;
  readonly scale: number;
  readonly asOf: CivilDate;
};

/** The truth behind all files: people, families, work, memberships and deciles of one synthetic city. */
export function makeCity(plan: CityPlan): { city: City; demo: DemoRegion } {
  const demo = readDemoRegion(plan.referenceDir, plan.regionCode, plan.seed);
  const office = openIdentityOffice();
  const city = makePopulation({ ...plan, demo, office, tables: readNameTables() });
  assignWork(city, plan.seed, plan.asOf);
  assignCivilService(city, { ...plan, demo, office });
  assignMemberships(city, { ...plan, office });
  assignWelfare(city, plan.seed);
  return { city, demo };
}
