export { dukcapilOccupations } from "./dukcapil-occupations.ts";
export type { Standing } from "./occupation-groups.ts";
export {
  isOccupationGroup,
  isVillageApparatus,
  readOccupation,
  standingOf,
  type Occupation,
  type OccupationGroup,
  type SaidOccupation,
  occupationGroups,
  occupationMeanings,
} from "./read-occupation.ts";
