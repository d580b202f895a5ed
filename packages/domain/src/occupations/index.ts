export { dukcapilOccupations } from "./dukcapil-occupations.ts";
export type { OccupationGroup, Standing } from "./occupation-groups.ts";
export {
  isVillageApparatus,
  readOccupation,
  standingOf,
  type Occupation,
  type SaidOccupation,
  occupationGroups,
  occupationMeanings,
} from "./read-occupation.ts";
export { type Finding, findings, letsOntoList } from "./second-look.ts";
