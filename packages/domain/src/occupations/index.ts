export { dukcapilOccupations } from "./dukcapil-occupations.ts";
export type { OccupationGroup, Standing } from "./occupation-groups.ts";
export {
  isOccupationGroup,
  isVillageApparatus,
  readOccupation,
  standingOf,
  type Occupation,
  type SaidOccupation,
  occupationGroups,
  occupationMeanings,
} from "./read-occupation.ts";
